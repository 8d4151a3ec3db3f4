"""A page as parts that the phone fills in: Django's own templates, evaluated as far as the language alone decides.

A part is a text, which is markup as it stands, or a list that begins with its kind:

* ["value", path]: a value, escaped;
* ["if", [[condition, parts], …]]: the parts of the first condition that holds. A condition is true, a path,
  ["not", condition], ["and" | "or", condition, condition] or ["==", path, text];
* ["for", names, path, parts]: the parts once for every item, which has these names;
* ["count", path, forms, which]: of these sentences, each a list of parts, the one that `which` names for the number.

A path is names joined by full stops. static/js/selfcheck/parts.js fills parts in, with the values that the server's
context has, under the same names. What cannot be carried over so is refused here: nothing is left out silently.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from django.template import Context, Variable
from django.template.base import FilterExpression, Node, Parser, TextNode, VariableNode
from django.template.defaulttags import CommentNode, ForNode, IfNode, LoadNode, TemplateLiteral, URLNode
from django.template.library import SimpleNode
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, IncludeNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils import translation

Part = str | list[Any]

COUNTED = 200  # every language's forms repeat after a hundred; the first hundred may differ
BY_LANGUAGE_ALONE = {CommentNode, LoadNode, SimpleNode, TranslateNode, URLNode}


class NotCarriedOver(Exception):
    """A template does something that the phone could not do; says what, where, and what to do instead."""


def of_blocks(name: str, blocks: Iterable[str], known: dict[str, Any]) -> dict[str, list[Part]]:
    """Return these blocks of a template as parts; `known` is what the language alone decides, all else stays open."""
    template = get_template(name).template  # type: ignore[attr-defined]  # Django's own engine has it
    found = {node.name: node for node in template.nodelist.get_nodes_by_type(BlockNode)}
    context = Context(known)
    with context.bind_template(template):
        return {block: _Evaluation(context, {}).parts(found[block].nodelist) for block in blocks}


def of_template(name: str, known: dict[str, Any]) -> list[Part]:
    """Return a whole template as parts."""
    template = get_template(name).template  # type: ignore[attr-defined]  # as above
    context = Context(known)
    with context.bind_template(template):
        return _Evaluation(context, {}).parts(template.nodelist)


class _Evaluation:
    """Nodes in one scope: `context` holds what is known, `open` the paths of names that includes and loops give."""

    def __init__(self, context: Context, open: dict[str, str]) -> None:
        self.context = context
        self.open = open

    def parts(self, nodes: Iterable[Node]) -> list[Part]:
        found: list[Part] = []
        for node in nodes:
            for part in self._node(node):
                if isinstance(part, str) and found and isinstance(found[-1], str):
                    found[-1] += part
                else:
                    found.append(part)
        return [part for part in found if part != ""]

    def _node(self, node: Node) -> list[Part]:
        if isinstance(node, TextNode):
            return [re.sub(r"\s+", " ", node.s)]
        if type(node) in CARRIED:
            return CARRIED[type(node)](self, node)
        if type(node) in BY_LANGUAGE_ALONE:
            return self._by_language_alone(node)
        tag = node.token.contents.split()[0] if node.token else type(node).__name__
        refuse(node, f"the tag {{% {tag} %}}", "give the page its outcome as a value")

    def _by_language_alone(self, node: Any) -> list[Part]:
        given = [getattr(node, name, None) for name in ("filter_expression", "message_context", "view_name")]
        given += [*getattr(node, "args", []), *getattr(node, "kwargs", {}).values()]
        if getattr(node, "takes_context", False) or any(self._path(one, node) for one in given if one is not None):
            refuse(
                node,
                f"{{% {node.token.contents} %}}, which depends on answers,",
                "give the page its outcome as a value",
            )
        return [str(node.render(self.context))]

    def _path(self, expression: Any, node: Node) -> str:
        """Where the value of an expression is found on the phone, or nothing if it is known here."""
        variables = [arg for _, args in expression.filters for lookup, arg in args if lookup]
        found = [self._path_of(variable, node) for variable in [expression.var, *variables]]
        if any(found) and expression.filters:
            function = expression.filters[0][0]
            name = getattr(function, "_filter_name", function.__name__)
            refuse(node, f"the filter “{name}”", "give the page the finished value")
        return found[0]

    def _path_of(self, variable: Any, node: Node) -> str:
        if not isinstance(variable, Variable) or variable.lookups is None:
            return ""
        first, *rest = variable.lookups
        if first in ("forloop", "block"):
            refuse(node, f"“{first}”", "give the page a list whose items say it")
        if first not in self.open and first in self.context:
            return ""
        return ".".join([self.open.get(first, first), *rest])

    def _value(self, node: VariableNode) -> list[Part]:
        path = self._path(node.filter_expression, node)
        return [["value", path]] if path else [str(node.render(self.context))]

    def _choice(self, node: IfNode) -> list[Part]:
        branches: list[list[Any]] = []
        for condition, nodes in node.conditions_nodelists:
            holds = True if condition is None else self._condition(condition, node)
            if holds is not False:
                branches.append([holds, self.parts(nodes)])
            if holds is True:
                break
        if branches and branches[0][0] is True:
            return list(branches[0][1])
        return [["if", branches]] if branches else []

    def _condition(self, condition: Any, node: Node) -> Any:
        if isinstance(condition, TemplateLiteral):
            value: Any = condition.value
            return self._path(value, node) or bool(value.resolve(self.context, ignore_failures=True))
        if condition.id == "not":
            one = self._condition(condition.first, node)
            return not one if isinstance(one, bool) else ["not", one]
        if condition.id in ("==", "!="):
            same = self._equality(condition, node)
            return same if condition.id == "==" else not same if isinstance(same, bool) else ["not", same]
        if condition.id not in ("and", "or"):
            refuse(node, f"the comparison “{condition.id}”", "give the page its outcome as a value")
        one, other = self._condition(condition.first, node), self._condition(condition.second, node)
        decisive = condition.id == "or"  # the side that settles it alone
        if decisive in (one, other):
            return decisive
        return other if isinstance(one, bool) else one if isinstance(other, bool) else [condition.id, one, other]

    def _equality(self, condition: Any, node: Node) -> Any:
        given, known = condition.first.value, condition.second.value
        if self._path(known, node):
            refuse(node, "a comparison with a value that depends on answers", "give the page its outcome as a value")
        value, path = known.resolve(self.context), self._path(given, node)
        if path and (isinstance(value, bool) or not isinstance(value, (str, int))):
            refuse(node, f"a comparison with {value}", "give the page its outcome as a value")
        return ["==", path, value] if path else given.resolve(self.context) == value

    def _loop(self, node: Any) -> list[Part]:
        if node.is_reversed or node.nodelist_empty:
            refuse(node, "{% for … reversed %} and {% empty %}", "give the page the finished list")
        path = self._path(node.sequence, node)
        if not path:
            items = [item if len(node.loopvars) > 1 else (item,) for item in node.sequence.resolve(self.context)]
            named = [dict(zip(node.loopvars, item, strict=True)) for item in items]
            return [part for known in named for part in self._within(node.nodelist_loop, known, {})]
        for name in node.loopvars:
            if any(used.split(".")[0] == name for used in self.open.values()):
                refuse(node, f"the name “{name}” for a second thing", "name the loop's items otherwise")
        own = {name: name for name in node.loopvars}
        return [["for", node.loopvars, path, self._within(node.nodelist_loop, {}, own)]]

    def _include(self, node: Any) -> list[Part]:
        if node.isolated_context or self._path(node.template, node):
            refuse(node, "{% include … only %} or of a template that depends on answers", "include it by its name")
        template = get_template(node.template.resolve(self.context)).template  # type: ignore[attr-defined]  # as above
        paths = {name: self._path(value, node) for name, value in node.extra_context.items()}
        known = {name: node.extra_context[name].resolve(self.context) for name, path in paths.items() if not path}
        return self._within(template.nodelist, known, {name: path for name, path in paths.items() if path})

    def _within(self, nodes: Iterable[Node], known: dict[str, Any], open: dict[str, str]) -> list[Part]:
        outside = {name: path for name, path in self.open.items() if name not in known}
        with self.context.push(**known):
            return _Evaluation(self.context, outside | open).parts(nodes)

    def _sentence(self, node: Any) -> list[Part]:
        if node.asvar or node.message_context:
            refuse(node, "{% blocktranslate … asvar, context %}", "translate it where it stands")
        one, _ = node.render_token_list(node.singular)
        if node.counter is None:
            return self._filled(translation.gettext(one), node)
        path = self._path(node.counter, node)
        if not path:
            return [node.render(self.context)]
        many, _ = node.render_token_list(node.plural)
        return self._counted([translation.ngettext(one, many, number) for number in range(COUNTED)], path, node)

    def _counted(self, sentences: list[str], path: str, node: Any) -> list[Part]:
        forms = list(dict.fromkeys(sentences))
        inside = _Evaluation(self.context, self.open | {node.countervar: path})
        filled = [inside._filled(form, node) for form in forms]
        if len(forms) == 1:
            return filled[0]
        return [["count", path, filled, "".join(str(forms.index(sentence)) for sentence in sentences)]]

    def _filled(self, sentence: str, node: Any) -> list[Part]:
        """A translated sentence with its places: `%(day)s` is a value, `%%` a percent sign."""
        texts = re.split(r"%\((\w+)\)s", sentence.replace("%%", "\0"))
        found: list[Part] = [text.replace("\0", "%") for text in texts]
        for at in range(1, len(texts), 2):
            given = node.extra_context.get(texts[at]) or FilterExpression(texts[at], Parser([]))
            path = self._path(given, node)
            found[at] = ["value", path] if path else str(VariableNode(given).render(self.context))
        return found


def refuse(node: Node, what: str, instead: str) -> NoReturn:
    line = node.token.lineno if node.token else "?"
    raise NotCarriedOver(
        f"{str(node.origin.template_name)}, line {line}: {what} cannot be carried over to the phone; {instead}"
        " (apps/selfcheck/pages.py or results.py, and their twins in static/js/selfcheck)."
    )


CARRIED: dict[type[Node], Callable[[_Evaluation, Any], list[Part]]] = {
    VariableNode: _Evaluation._value,
    IfNode: _Evaluation._choice,
    ForNode: _Evaluation._loop,
    IncludeNode: _Evaluation._include,
    BlockTranslateNode: _Evaluation._sentence,
}
