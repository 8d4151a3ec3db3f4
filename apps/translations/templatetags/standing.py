"""What stands on every page of a language in the same words: rendered once by each process of a release."""

from django import template
from django.template.base import NodeList, Parser, Token

from apps.translations import languages

register = template.Library()
_rendered: dict[tuple[str, str], str] = {}


class Standing(template.Node):
    def __init__(self, name: str, nodes: NodeList) -> None:
        self.name, self.nodes = name, nodes

    def render(self, context: template.Context) -> str:
        key = (languages.active(), self.name)
        if key not in _rendered:
            _rendered[key] = self.nodes.render(context)
        return _rendered[key]


@register.tag
def standing(parser: Parser, token: Token) -> Standing:
    """`{% standing "footer" %}…{% endstanding %}`: nothing in it may depend on the page, or on what editors write."""
    nodes = parser.parse(("endstanding",))
    parser.delete_first_token()
    return Standing(token.split_contents()[1].strip('"'), nodes)
