from effort import effort, grows_evenly


def pairs(length: int) -> int:
    return sum(abs(one - other) for one in range(length) for other in range(length))


def neighbors(length: int) -> int:
    return sum(abs(one) for one in range(length))


def test_calls_are_counted() -> None:
    assert 1_000 < effort(lambda: neighbors(1_000)) < 3_000


def test_what_grows_with_the_square_is_told_from_what_does_not() -> None:
    assert grows_evenly(lambda: neighbors(2_000), lambda: neighbors(4_000))
    assert not grows_evenly(lambda: pairs(200), lambda: pairs(400))
