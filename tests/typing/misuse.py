"""Calls that checkers must refuse: each ignore is needed, or the checker itself complains."""

from __future__ import annotations

import hipkit

hipkit.build_routine("20")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
hipkit.build_routine(level="begginer")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(equipment=["band"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(hipkit.Request(), level="beginner")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.Request(goal="strenght")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.build_routine().slots = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
hipkit.alternatives(hipkit.build_routine())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.resize(hipkit.build_routine(), "30")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.load_catalogue()[3]  # type: ignore[index]  # pyright: ignore[reportArgumentType]
hipkit.build_routines(hipkit.Request())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.build_routines([], executor=2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
