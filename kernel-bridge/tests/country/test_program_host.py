"""The engine as a process: what it is asked, and what becomes of those who ask wrongly."""

import os
import signal
from collections.abc import Iterable

import numpy as np
import pytest
from numpy.typing import NDArray

from reformlab import ReformlabError
from reformlab.country.host.program_host import ProgramHost
from reformlab.country.law.load_system import load_system
from reformlab.country.simulation.trace import Trace
from reformlab.country.simulation.tracer import Tracer
from reformlab.country.traces.input_columns import given_inputs, input_columns, know, relations
from reformlab.country.traces.write_program import write_program

from .small_country import PERIOD, random_people, small_country

OUTPUT = "income_tax@2026-01"
SALARIES = np.array([1000.0, 2000.0, 3000.0])
COLUMNS = {"person": (3, {"salary@2026-01": SALARIES}), "household": (1, {})}
RELATIONS = {"person.household": np.zeros(3, dtype=np.int32)}


@pytest.fixture(scope="module")
def trace() -> Trace:
    system = load_system("openfisca_country_template")
    return Tracer(system, [("salary", "2026-01")]).trace([("income_tax", "2026-01")])


@pytest.fixture(scope="module")
def program(trace: Trace) -> bytes:
    return write_program(trace)


def parameters(names: Iterable[str], rate: float) -> NDArray[np.float64]:
    """Nobody is born yet, so nobody retires."""
    return np.array([rate if "income_tax_rate" in name else 62.0 for name in names])


def test_one_session_answers_under_one_set_of_parameters_after_another(program: bytes) -> None:
    with ProgramHost() as host:
        session = host.open(program, COLUMNS, RELATIONS, threads=1)
        for number, rate in enumerate((0.1, 0.2, 0.1)):
            answer = session.run(parameters(session.parameters, rate), [OUTPUT], baseline=number == 0)
            np.testing.assert_array_equal(answer.outputs[OUTPUT], SALARIES * rate)
        session.close()
        with pytest.raises(ReformlabError) as raised:
            session.run(parameters(session.parameters, 0.1), [OUTPUT])
        assert raised.value.code == "E_HOST_REQUEST"


def test_what_it_refuses_it_says_and_goes_on(program: bytes, trace: Trace) -> None:
    with ProgramHost() as host:
        with pytest.raises(ReformlabError) as raised:
            host.once(b"no program", COLUMNS, RELATIONS, parameters(trace.parameters, 0.1), [OUTPUT])
        assert raised.value.code == "E_PROGRAM_MALFORMED"
        answer = host.once(program, COLUMNS, RELATIONS, parameters(trace.parameters, 0.1), [OUTPUT])
        np.testing.assert_array_equal(answer.outputs[OUTPUT], SALARIES * 0.1)


def test_a_host_that_was_killed_is_started_anew(program: bytes, trace: Trace) -> None:
    with ProgramHost() as host:
        session = host.open(program, COLUMNS, RELATIONS, threads=1)
        assert host.pid is not None
        os.kill(host.pid, signal.SIGKILL)
        with pytest.raises(ReformlabError) as raised:
            session.run(parameters(session.parameters, 0.1), [OUTPUT])
        assert raised.value.code in ("E_ENGINE_LOST", "E_HOST_REQUEST")
        answer = host.once(program, COLUMNS, RELATIONS, parameters(trace.parameters, 0.1), [OUTPUT])
        np.testing.assert_array_equal(answer.outputs[OUTPUT], SALARIES * 0.1)


def test_closing_ends_the_process(program: bytes, trace: Trace) -> None:
    host = ProgramHost()
    host.once(program, COLUMNS, RELATIONS, parameters(trace.parameters, 0.1), [OUTPUT])
    pid = host.pid
    host.close()
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_sums_over_a_category_are_the_original_engines() -> None:
    system = small_country()
    asked = ("zone_total", PERIOD)
    people = random_people(system, 60, 1)
    tracer = know(Tracer(system, given_inputs(people)), random_people(system, 60, 1))
    trace = tracer.trace([asked])
    columns, groups = input_columns(trace, people), relations(trace, people)
    assert columns.keys() == {"person", "household", "family", "person by 1"}
    with ProgramHost() as host:
        answer = host.once(write_program(trace), columns, groups, np.array([]), ["@".join(asked)])
    expected = people.calculate(*asked)
    np.testing.assert_allclose(answer.outputs["@".join(asked)], expected, rtol=1e-6)
