"""Every outcome of an impact a second time, with NumPy alone, from columns of a population before and after a reform.

usage: outcomes.py FOLDER

FOLDER holds `question.json` and raw little-endian doubles: `NAME.before.f64` and `NAME.after.f64` of each variable,
`person.age.f64`, `ENTITY.weight.f64` and, row of the one for each of the many, `MANY.ONE.f64`. Writes to stdout, by
convention, what the numbers of an impact should be, in its shape. Nothing here is read from the engine: conventions,
poverty lines and equivalence scales are stated again.
"""

import json
import pathlib
import sys

import numpy as np

folder = pathlib.Path(sys.argv[1])
question = json.loads((folder / "question.json").read_text())
TENTHS = [tenth / 10 for tenth in range(1, 10)]
SLACK = 1e-12


def column(name):
    return np.fromfile(folder / f"{name}.f64", "<f8")


def before(name):
    return column(f"{name}.before")


def after(name):
    return column(f"{name}.after")


weight = {entity: column(f"{entity}.weight") for entity in ["person", "tax_unit", "household"]}
age = column("person.age")


def people_of(entity, chosen=None):
    """How many persons, or chosen ones, each unit of an entity has."""
    unit = column(f"person.{entity}").astype(int)
    counted = np.ones(len(unit)) if chosen is None else chosen.astype(float)
    return np.bincount(unit, counted, len(weight[entity]))


CONVENTIONS = {
    "default": dict(
        entity="household",
        income="household_net_income",
        ranked_by="household_net_income",
        divisor=lambda people: np.sqrt(np.maximum(people, 1)),
        groups_over_people=True,
        means_over_people=True,
        cuts=TENTHS,
        straddlers="lower",
        apart=["negative"],
        overall="everybody",
        loss_edge_is_larger=False,
        inequality_over_people=True,
        floor=0,
        whole_units=False,
    ),
    "tax-calculator": dict(
        entity="tax_unit",
        income="after_tax_income",
        ranked_by="expanded_income",
        divisor=np.ones_like,
        groups_over_people=False,
        means_over_people=False,
        cuts=[*TENTHS, 0.95, 0.99],
        straddlers="lower",
        apart=["negative", "zero"],
        overall="everybody",
        loss_edge_is_larger=False,
        inequality_over_people=True,
        floor=-np.inf,
        whole_units=False,
    ),
    "policyengine-5": dict(
        entity="household",
        income="household_net_income_without_health_benefits",
        ranked_by="household_net_income_without_health_benefits",
        divisor=np.ones_like,
        groups_over_people=True,
        means_over_people=False,
        cuts=TENTHS,
        straddlers="upper",
        apart=["negative"],
        overall="ranked",
        loss_edge_is_larger=True,
        inequality_over_people=False,
        floor=-np.inf,
        whole_units=True,
    ),
}


def programme(stated):
    old, new, w = before(stated["name"]), after(stated["name"]), weight[stated["entity"]]
    is_tax = stated["kind"] == "tax"
    change = new - old
    raised, lowered = w[change >= 0.005].sum(), w[change <= -0.005].sum()
    total = (w * change).sum()
    return {
        "baseline": (w * old).sum(),
        "reform": (w * new).sum(),
        "change": total,
        "budgetaryImpact": total if is_tax else -total,
        "payersOrRecipients": {"baseline": w[old > 0.005].sum(), "reform": w[new > 0.005].sum()},
        "winners": lowered if is_tax else raised,
        "losers": raised if is_tax else lowered,
    }


def budget(programmes):
    whole = [
        (stated, answer)
        for stated, answer in zip(question["programmes"], programmes)
        if stated["partOf"] is None
    ]

    def total(which, kind=None, government=None):
        return sum(
            answer[which]
            for stated, answer in whole
            if kind in (None, stated["kind"]) and government in (None, stated["government"])
        )

    governments = dict.fromkeys(stated["government"] for stated, _ in whole)
    return {
        "total": total("budgetaryImpact"),
        "taxes": total("change", kind="tax"),
        "benefits": total("change", kind="benefit"),
        "byGovernment": {name: total("budgetaryImpact", government=name) for name in governments},
    }


def group_numbers(ranked, weights, convention):
    """The number of each unit's group: by the weight below it, or with the upper group by the weight up to it."""
    values, place = np.unique(ranked, return_inverse=True)
    held = np.bincount(place, weights)
    up_to = np.cumsum(held)
    total = up_to[-1]
    cuts = np.array(convention["cuts"])
    if convention["straddlers"] == "lower":
        below = np.concatenate([[0], up_to[:-1]])
        number = 1 + (below[:, None] >= (cuts - SLACK) * total).sum(axis=1)
    else:
        number = 1 + (up_to[:, None] > (cuts + SLACK) * total).sum(axis=1)
    number = number[place]
    if "negative" in convention["apart"]:
        number[ranked < 0] = -1
    if "zero" in convention["apart"]:
        number[ranked == 0] = 0
    return number


def group(chosen, old, new, w, people, convention):
    old, new, w, people = old[chosen], new[chosen], w[chosen], people[chosen]
    over = w * people if convention["means_over_people"] else w
    change = new - old
    relative = change / np.maximum(old, 1)
    loses = np.less_equal if convention["loss_edge_is_larger"] else np.less
    bins = {
        "gainMoreThan5Percent": relative > 0.05,
        "gainLessThan5Percent": (relative > 0.001) & (relative <= 0.05),
        "unchanged": (relative <= 0.001) & ~loses(relative, -0.001),
        "loseLessThan5Percent": loses(relative, -0.001) & ~loses(relative, -0.05),
        "loseMoreThan5Percent": loses(relative, -0.05),
    }
    moved = {name: (w * people)[held].sum() for name, held in bins.items()}
    level, gain, size = (over * old).sum(), (over * change).sum(), over.sum()
    all_people = (w * people).sum()

    def either(*names):
        return {"share": sum(moved[name] for name in names) / all_people if all_people > 0 else None}

    return {
        "records": int(chosen.sum()),
        "units": w.sum(),
        "people": all_people,
        "meanBaseline": level / size if size > 0 else None,
        "averageChange": gain / size if size > 0 else None,
        "relativeChange": gain / level if level > 0 else None,
        "totalBaseline": (w * old).sum(),
        "totalChange": (w * change).sum(),
        "winnersAndLosers": {
            "people": moved,
            "shares": {name: held / all_people for name, held in moved.items()} if all_people > 0 else None,
            "gain": either("gainMoreThan5Percent", "gainLessThan5Percent"),
            "lose": either("loseMoreThan5Percent", "loseLessThan5Percent"),
        },
    }


def inequality(income, w, convention):
    order = np.argsort(income, kind="stable")
    income, w = income[order], w[order]
    weights, incomes = np.cumsum(w), np.cumsum(w * income)
    everybody, everything = weights[-1], incomes[-1]

    def poorest(share):
        if convention["whole_units"]:
            return incomes[weights <= (share + SLACK) * everybody][-1] / everything
        return np.interp(share * everybody, np.append(0, weights), np.append(0, incomes)) / everything

    def quantile(share):
        return income[np.searchsorted(weights, (share - SLACK) * everybody)]

    lorenz = np.append(0, incomes) / everything
    return {
        "gini": 1 - (w / everybody * (lorenz[1:] + lorenz[:-1])).sum(),
        "top10Share": 1 - poorest(0.9),
        "top1Share": 1 - poorest(0.99),
        "bottom50Share": poorest(0.5),
        "s80s20": (1 - poorest(0.8)) / poorest(0.2),
        "p90p10": quantile(0.9) / quantile(0.1),
    }


def changed(old, new):
    difference = None if old is None or new is None else new - old
    return {"baseline": old, "reform": new, "change": difference}


def by_convention(convention, programmes):
    w, people = weight[convention["entity"]], people_of(convention["entity"])
    divisor = convention["divisor"](people)
    old, new = before(convention["income"]), after(convention["income"])
    over = w * people if convention["groups_over_people"] else w
    number = group_numbers(before(convention["ranked_by"]) / divisor, over, convention)
    numbers = [{"negative": -1, "zero": 0}[sign] for sign in convention["apart"]]
    numbers += range(1, len(convention["cuts"]) + 2)
    everybody = np.ones(len(w), bool) if convention["overall"] == "everybody" else number > 0
    ranked_over = w * people if convention["inequality_over_people"] else w
    measured = [
        inequality(np.maximum(income / divisor, convention["floor"]), ranked_over, convention)
        for income in [old, new]
    ]
    return {
        "budget": budget(programmes),
        "programmes": programmes,
        "groups": [group(number == one, old, new, w, people, convention) for one in numbers],
        "overall": group(everybody, old, new, w, people, convention),
        "inequality": {name: changed(*(each[name] for each in measured)) for name in measured[0]},
        "poverty": poverty(),
    }


def spm_thresholds():
    """Of the Supplemental Poverty Measure: its scale for adults and children, against two adults with two children."""
    size = people_of("household")
    adults = np.maximum(people_of("household", age >= 18), 1)
    children = size - adults
    family = (adults + 0.5 * children) ** 0.7
    single_parent = (adults + 0.8 + 0.5 * (children - 1)) ** 0.7
    alone = adults**0.5
    need = np.where(adults == 1, single_parent, family)
    need = np.where((children == 0) & (adults <= 2), alone, need)
    need = np.where((children == 0) & (adults > 2), adults**0.7, need)
    return question["referenceThreshold"] * need / 3**0.7


def modified_oecd_scale():
    size = people_of("household")
    from_14 = np.maximum(people_of("household", age >= 14), 1)
    return 1 + 0.5 * (from_14 - 1) + 0.3 * (size - from_14)


def median(values, w):
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(w[order])
    return values[order][np.searchsorted(reached, (0.5 - SLACK) * reached[-1])]


def poverty():
    w = weight["household"]
    groups = {
        "everybody": people_of("household"),
        "children": people_of("household", age < 18),
        "adults_under_65": people_of("household", (age >= 18) & (age < 65)),
        "seniors": people_of("household", age >= 65),
    }
    resources = [law("household_spm_resources") for law in [before, after]]
    scale = modified_oecd_scale()
    lines = [0.6 * median(income / scale, w * groups["everybody"]) for income in resources]
    thresholds = spm_thresholds()
    reported = [
        (None, [thresholds, thresholds]),
        ([lines[0], lines[0]], [lines[0] * scale, lines[0] * scale]),
        (lines, [lines[0] * scale, lines[1] * scale]),
    ]
    return [
        {
            "amount": amounts and {"baseline": amounts[0], "reform": amounts[1]},
            "groups": [poor(resources, limits, w * people) for people in groups.values()],
        }
        for amounts, limits in reported
    ]


def poor(resources, limits, people):
    all_people = people.sum()
    answers = []
    for income, limit in zip(resources, limits):
        gap = np.maximum(limit - np.maximum(income, 0), 0) / limit
        answers.append(
            {
                "poor": people[gap > 0].sum(),
                "rate": people[gap > 0].sum() / all_people,
                "deepRate": people[gap > 0.5].sum() / all_people,
                "gap": (people * gap).sum() / all_people,
                "squaredGap": (people * gap**2).sum() / all_people,
            }
        )
    return {"people": all_people, **{name: changed(*(each[name] for each in answers)) for name in answers[0]}}


programmes = [programme(stated) for stated in question["programmes"]]
print(json.dumps({name: by_convention(stated, programmes) for name, stated in CONVENTIONS.items()}))
