"""Our walk over all steps alone, without what no peer gives: checked answers, reasons, dates and the next question."""

from collections.abc import Callable, Mapping

from apps.rules.epochs import Epoch


def applying(epoch: Epoch) -> Callable[[Mapping[str, str]], tuple[str, ...]]:
    """Return what names the steps that apply for answers to every question."""
    transducer = epoch.transducer
    step, named, start, always = transducer.step, transducer.named, transducer.start, transducer.always

    def decide(answers: Mapping[str, str]) -> tuple[str, ...]:
        state, applies = start, always
        while state.left:
            option = answers[state.question]
            state, more = state.ways.get(option) or step(state, option)
            applies |= more
        return named(applies)

    return decide
