"""Writes that are committed together, and those who waited for it."""

import asyncio
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.groupcommit import MOST_AT_ONCE, GroupCommit
from bot.storage.engine import SqlDatabase


async def _doubled(connection: AsyncConnection, numbers: Sequence[int]) -> Sequence[int]:
    del connection
    return [2 * number for number in numbers]


async def test_everybody_has_their_own_answer_and_only_some_go_on_in_one_round_of_the_loop(
    database: SqlDatabase,
) -> None:
    commits: GroupCommit[int, int] = GroupCommit(database, _doubled)
    went_on = 0
    rounds: list[int] = []

    async def one(number: int) -> int:
        nonlocal went_on
        answer = await commits.submit(number)
        went_on += 1
        return answer

    many = [asyncio.create_task(one(number)) for number in range(100)]
    while went_on < len(many):
        before = went_on
        await asyncio.sleep(0)
        rounds.append(went_on - before)
    assert [await each for each in many] == [2 * number for number in range(100)]
    assert max(rounds) <= MOST_AT_ONCE
