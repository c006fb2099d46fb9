internal import Records

/// What is wrong inside a container; the reader says where.
struct ContainerFault: Error, Hashable {
  let code: StageFailure.Code
  let cause: String

  init(_ code: StageFailure.Code, _ cause: String) {
    self.code = code
    self.cause = cause
  }
}
