"""From one line of text to a condition. The grammar is a small part of Python's own, so Python reads it."""

import ast

from apps.rules.conditions import ALWAYS, NEVER, All, Any, Condition, In, Is, Named, Not

CONSTANTS = {"always": ALWAYS, "never": NEVER}


def parse(line: str) -> Condition:
    """Read a one-line condition.

    `and` binds tighter than `or`; brackets group. Raises ValueError that says where the line cannot be read.

    >>> parse("vehicle in wheels and not free")
    All(parts=(In(question='vehicle', group='wheels'), Not(part=Named(id='free'))))
    >>> parse("age is")
    Traceback (most recent call last):
    ValueError: after 'age is' something is missing
    """
    line = " ".join(line.split())
    if "#" in line:  # Python would leave out the rest of the line
        raise ValueError("'#' does not belong in a condition")
    try:
        return _condition(ast.parse(line, mode="eval").body)
    except SyntaxError as error:
        raise ValueError(_complaint(line, error)) from None
    except RecursionError:
        raise ValueError("is nested too deeply; name a part of it as a condition of its own") from None


def _condition(node: ast.expr) -> Condition:
    match node:
        case ast.Name(id):
            return CONSTANTS.get(id) or Named(id)
        case ast.UnaryOp(ast.Not(), part):
            return Not(_condition(part))
        case ast.BoolOp(operator, parts):
            return (All if isinstance(operator, ast.And) else Any)(tuple(map(_condition, parts)))
        case ast.Compare(ast.Name(question), [ast.Is() | ast.IsNot() as operator], [ast.Name(option)]):
            return Is(question, option) if isinstance(operator, ast.Is) else Not(Is(question, option))
        case ast.Compare(ast.Name(question), [ast.In()], [ast.Name(group)]):
            return In(question, group)
    raise ValueError(f"{ast.unparse(node)!r} is not a condition; write for example 'age is adult and not exempt'")


def _complaint(line: str, error: SyntaxError) -> str:
    if error.msg.endswith("was never closed"):
        return f"in {line!r} a closing bracket is missing"
    if not error.offset:
        return f"after {line!r} something is missing"
    read, rest = line[: error.offset - 1].strip(), line[error.offset - 1 :]
    return f"after {read!r} there is {rest!r}; write 'and' or 'or' between two conditions"
