"""The original engines' parameters at an instant, read when a formula reaches them.

Both cores copy the whole tree for every instant: with PolicyEngine's that is a second and tens of megabytes.
"""

from typing import Any

from .load_system import Core


def use_lazy_parameters(core: Core) -> None:
    """From now on, in this process; values stay what they are."""
    node_at_instant = core.parameters.ParameterNodeAtInstant
    missing = node_at_instant.__getattr__

    def attribute(self: Any, name: str) -> Any:
        own = vars(self)
        if "_unread" not in own:
            return missing(self, name)
        node = own.pop("_unread")
        own["_children"] = {}
        for child_name, child in node.children.items():
            value = child._get_at_instant(own["_instant_str"])
            if value is not None:
                self.add_child(child_name, value)
        return getattr(self, name)

    node_at_instant.__init__ = _without_children
    node_at_instant.__getattr__ = attribute


def _without_children(self: Any, name: str, node: Any, instant_str: str) -> None:
    vars(self).update(_name=name, _instant_str=instant_str, _unread=node)
