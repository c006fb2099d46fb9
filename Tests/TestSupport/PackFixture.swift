/// A small pack for tests.
public enum PackFixture {
  /// A `pipeline.yaml` that names `cleaning.yaml`; further files are added as lines at its end.
  public static let pipeline = """
    name: test
    version: "1"
    stages: [fetch, clean, extract, normalize]
    languages: [en]
    files:
      cleaning: cleaning.yaml
    """
}
