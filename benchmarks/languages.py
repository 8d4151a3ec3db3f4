"""Formulas written in the languages of the peers."""

from typing import Any

from benchmarks.formulas import Formula, Joint, OneOf


def json_logic(formula: Formula) -> Any:
    match formula:
        case OneOf(question, options):
            value = {"var": question}
            return {"==": [value, options[0]]} if len(options) == 1 else {"in": [value, list(options)]}
        case Joint(every, parts):
            return {"and" if every else "or": [json_logic(part) for part in parts]}
    return formula


def infix(formula: Formula, both: str, either: str) -> str:
    """One line for zen-engine, rule-engine and CEL, which differ only in how they write `and` and `or`."""
    match formula:
        case OneOf(question, options):
            listed = ", ".join(f'"{option}"' for option in options)
            return f'{question} == "{options[0]}"' if len(options) == 1 else f"{question} in [{listed}]"
        case Joint(every, parts):
            return "(" + f" {both if every else either} ".join(infix(part, both, either) for part in parts) + ")"
    return str(formula).lower()


def business_rules(formula: Formula) -> Any:
    match formula:
        case OneOf(question, options):
            equal = [{"name": question, "operator": "equal_to", "value": option} for option in options]
            return {"any": equal} if len(equal) > 1 else equal[0]
        case Joint(every, parts):
            return {"all" if every else "any": [business_rules(part) for part in parts]}
    raise ValueError("business-rules knows no constants")


def durable(formula: Formula) -> Any:
    match formula:
        case OneOf(question, options):
            return {"$or": [{question: option} for option in options]} if len(options) > 1 else {question: options[0]}
        case Joint(every, parts):
            return {"$and" if every else "$or": [durable(part) for part in parts]}
    raise ValueError("durable-rules knows no constants")


def publicodes(formula: Formula) -> Any:
    match formula:
        case OneOf(question, options):
            equal = [f"{name(question)} = '{option}'" for option in options]
            return {"une de ces conditions": equal} if len(equal) > 1 else equal[0]
        case Joint(every, parts):
            return {"toutes ces conditions" if every else "une de ces conditions": [publicodes(part) for part in parts]}
    return "oui" if formula else "non"


def name(id: str) -> str:
    """Publicodes allows spaces in names, but no underscores."""
    return id.replace("_", " ")
