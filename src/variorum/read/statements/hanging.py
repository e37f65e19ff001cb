"""What a date dates: the subject and the event of the statement it hangs on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from variorum.model.testimony import DateMention, Statement


def dated(
    dates: Iterable[DateMention], statements: Iterable[Statement], entities: Collection[str]
) -> Iterator[DateMention]:
    """The dates, each with the entity and the event of the statement that has it as value or time.

    Of several such statements the one whose value the date is counts first, then the shortest.
    ``entities`` are the mention ids a subject may be; what a date already says stays as it is.
    """
    told: dict[tuple[int, int], tuple[bool, int, str, Statement]] = {}
    for statement in statements:
        for argument in statement.arguments:
            if argument.part == "time" or (
                argument.part == "value" and statement.value_type == "date"
            ):
                place = argument.passage
                length = statement.passage.end - statement.passage.start
                rank = (argument.part == "time", length, statement.id, statement)
                key = (place.start, place.end)
                if key not in told or rank[:3] < told[key][:3]:
                    told[key] = rank
    for date in dates:
        found = told.get((date.passage.start, date.passage.end))
        if found is None:
            yield date
            continue
        subject = found[3].subject
        yield replace(
            date,
            entity=date.entity or (subject if subject in entities else None),
            event=date.event or found[3].relation,
        )
