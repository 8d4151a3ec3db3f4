"""OpenFisca as a peer: a question is an enumeration, a step a variable with a formula over arrays of people."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy
from openfisca_core import entities, indexed_enums, periods, simulations, taxbenefitsystems, variables

from apps.rules import Question
from benchmarks.formulas import Formula, Joint, OneOf

PERIOD = periods.period("2026-11-24")


def system(formulas: Mapping[str, Formula], questions: list[Question]) -> Any:
    person = entities.build_entity("person", "people", "A person", is_person=True)
    found = taxbenefitsystems.TaxBenefitSystem([person])
    for question in questions:
        kinds = indexed_enums.Enum(question.id, {option: option for option in question.options})  # type: ignore[arg-type]
        about = {"value_type": indexed_enums.Enum, "possible_values": kinds, "default_value": next(iter(kinds))}
        found.add_variable(_variable(question.id, person, about))
    for id, formula in formulas.items():
        about = {"value_type": bool, "formula": _evaluating(formula, found)}
        found.add_variable(_variable(f"step_{id}", person, about))
    return found


def deciding(system: Any, formulas: Mapping[str, Formula]) -> Callable[[list[dict[str, str]]], list[frozenset[str]]]:
    """Return what decides many people at once, which is what OpenFisca is made for."""

    def decide(people: list[dict[str, str]]) -> list[frozenset[str]]:
        simulation = simulations.SimulationBuilder().build_default_simulation(system, count=len(people))
        for question in people[0]:
            simulation.set_input(question, PERIOD, numpy.array([answers[question] for answers in people]))
        columns = {id: simulation.calculate(f"step_{id}", PERIOD) for id in formulas}
        return [frozenset(id for id in formulas if columns[id][number]) for number in range(len(people))]

    return decide


def _variable(name: str, person: Any, about: dict[str, Any]) -> Any:
    common = {"entity": person, "definition_period": periods.DateUnit.DAY}
    return type(name, (variables.Variable,), {**common, **about})


def _evaluating(formula: Formula, system: Any) -> Any:
    def holds(person: Any, period: Any) -> Any:
        return _array(formula, person, period, system)

    return holds


def _array(formula: Formula, person: Any, period: Any, system: Any) -> Any:
    match formula:
        case OneOf(question, options):
            answer = person(question, period)
            kinds = system.get_variable(question).possible_values
            return numpy.logical_or.reduce([answer == kinds[option] for option in options])
        case Joint(every, parts):
            arrays = [_array(part, person, period, system) for part in parts]
            return (numpy.logical_and if every else numpy.logical_or).reduce(arrays)
    return numpy.full(person.count, formula)
