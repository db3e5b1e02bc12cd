"""Change the law and watch who gains.

    import reformlab as rl

    rl.impact({"gov.irs.credits.ctc.amount.base": 3600})

Every function asks an engine of this process, which starts when it is first needed. Amounts are dollars a
year, rates and shares fractions of one. Whatever is asked wrongly raises `ReformlabError` with what to do.
"""

from .catalogue import datasets, parameters, variables
from .country import country
from .dataset_view import Dataset, dataset
from .errors import ReformlabError
from .households import Earnings, Household, Why, earnings, household, why
from .live_session import LiveSession, live
from .population_columns import columns
from .population_impact import Impact, impact
from .reforms import Reform, reform
from .version import __version__

__all__ = [
    "Dataset",
    "Earnings",
    "Household",
    "Impact",
    "LiveSession",
    "Reform",
    "ReformlabError",
    "Why",
    "__version__",
    "columns",
    "country",
    "dataset",
    "datasets",
    "earnings",
    "household",
    "impact",
    "live",
    "parameters",
    "reform",
    "variables",
    "why",
]
