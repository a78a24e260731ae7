"""What the house's commands say."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.api.house import JsonValue, Operator, PersonFile
from bot.api.texts import Texts
from bot.core.house.actions import (
    AllowTranslation,
    AskForget,
    AskReport,
    AskZone,
    ChooseLocale,
    CloseReport,
    ExportMe,
    ForgetMe,
    OfferLocales,
    SendReport,
    SetZone,
    ShowHelp,
)
from bot.core.house.rules import quoted, zone_shown
from bot.domain.attachments import File
from bot.domain.author import Account
from bot.domain.controls import Button, ButtonStyle, Control, LinkButton, Option, Select
from bot.domain.form import Form, TextField
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import UserRef
from bot.domain.text import RichText, Style
from bot.ports.gateway import CommandSpec
from bot.ports.translator import Service


def own_name(texts: Texts, locale: Locale) -> str:
    """A language's name in itself, whatever language is spoken: that is how its readers find it."""
    return texts.plain(f"setting-language.option-{locale.value.lower()}")


def started(texts: Texts, name: Account) -> Outgoing:
    """Hello, and what there is."""
    return Outgoing(
        texts("start", name=name),
        controls=((Button(texts.plain("help-button"), ShowHelp(), ButtonStyle.MAIN), languages_button(name.ref)),),
    )


def languages_button(user: UserRef) -> Button:
    """Offers the other languages, in a way that is understood in all of them."""
    return Button("🌐", OfferLocales(), only=user)


def languages(texts: Texts, user: UserRef, chosen: Locale | None) -> Outgoing:
    """The languages that can be chosen."""
    options = [Option(own_name(texts, locale), ChooseLocale(locale), chosen=locale is chosen) for locale in Locale]
    options.append(Option(texts.plain("language-auto"), ChooseLocale(None), chosen=chosen is None))
    return Outgoing(
        texts("language-which"), controls=((Select(texts.plain("language-list"), tuple(options), only=user),),)
    )


def helped(texts: Texts, commands: Sequence[tuple[str, Sequence[CommandSpec]]], locale: Locale) -> Outgoing:
    """All commands that somebody may use, by cog."""
    blocks: list[RichText] = [texts("help")]
    for title, specs in commands:
        lines = [RichText.of(title, Style.BOLD)]
        lines += [
            RichText.of(f"/{spec.name}", Style.CODE) + RichText.of(f" {spec.description.in_(locale)}") for spec in specs
        ]
        blocks.append(RichText.join(lines, "\n"))
    return Outgoing(RichText.join(blocks, "\n\n"))


def me(texts: Texts, user: UserRef, file: PersonFile, accounts: int) -> Outgoing:
    """What a person set about themselves."""
    language = own_name(texts, file.locale) if file.locale else texts.plain("me-language-auto")
    text = texts(
        "me",
        language=language,
        zone=zone_shown(file.zone) if file.zone else texts.plain("me-zone-none"),
        accounts=accounts,
    )
    row: tuple[Control, ...] = (languages_button(user), _zone_button(texts, user))
    return Outgoing(text, controls=(row,))


def _zone_button(texts: Texts, user: UserRef) -> Button:
    return Button(texts.plain("me-zone-button"), AskZone(), only=user)


def zone_kept(texts: Texts, zone: str, now: datetime) -> Outgoing:
    """A time zone that was understood, with its time of day, by which they see whether it is theirs."""
    return Outgoing(texts("zone-kept", zone=zone_shown(zone), time=f"{now.astimezone(ZoneInfo(zone)):%H:%M}"))


def zone_unknown(texts: Texts, user: UserRef, said: str) -> Outgoing:
    """A place that is not known, with the way to try again."""
    return Outgoing(texts("zone-unknown", said=said), controls=((_zone_button(texts, user),),))


def zone_form(texts: Texts, now: str) -> Form:
    """Asks where somebody is."""
    field = TextField("zone", texts.plain("zone-field"), texts.plain("zone-hint"), longest=60, value=now)
    return Form(texts.plain("zone-title"), (field,), SetZone())


def privacy(
    texts: Texts,
    user: UserRef,
    operator: Operator,
    services: Sequence[Service],
    kept: Sequence[RichText] = (),
    *,
    untranslated: bool,
) -> Outgoing:
    """What is kept (``kept`` is what cogs say of themselves), where and by whom, and who sees translated words."""
    seen_by = ", ".join(f"{service.title} ({service.host})" if service.host else service.title for service in services)
    blocks = [
        texts("privacy"),
        *kept,
        texts("privacy-services", services=seen_by) if services else texts("privacy-no-services"),
        texts(
            "privacy-who",
            name=operator.name or texts.plain("privacy-unnamed"),
            contact=operator.contact or texts.plain("privacy-unnamed"),
            place=operator.data_location or texts.plain("privacy-unnamed"),
        ),
    ]
    row = (
        Button(texts.plain("privacy-export"), ExportMe(), only=user),
        Button(texts.plain("privacy-forget"), AskForget(), ButtonStyle.DANGER, only=user),
    )
    label = texts.plain("privacy-translate-again" if untranslated else "privacy-translate-not")
    settling = (Button(label, AllowTranslation(untranslated), only=user),) if services else ()
    return Outgoing(RichText.join(blocks, "\n\n"), controls=(row, settling) if settling else (row,))


def exported(texts: Texts, kept: Mapping[str, JsonValue]) -> Outgoing:
    """Everything kept, as a file."""
    content = json.dumps(kept, ensure_ascii=False, indent=2).encode()
    return Outgoing(texts("privacy-exported"), files=(File("cat-tax.json", "application/json", content),))


def forget_asked(texts: Texts, user: UserRef) -> Outgoing:
    """Asks once more."""
    button = Button(texts.plain("privacy-forget-yes"), ForgetMe(), ButtonStyle.DANGER, only=user)
    return Outgoing(texts("privacy-forget-sure"), controls=((button,),))


def report_form(texts: Texts, about: SendReport) -> Form:
    """Asks what is wrong."""
    reason = TextField("reason", texts.plain("report-field"), texts.plain("report-hint"), lines=True, longest=800)
    return Form(texts.plain("report-title"), (reason,), about)


def reported(texts: Texts, about: SendReport, *, by: Account, reason: str, link: str | None, number: int) -> Outgoing:
    """A report, for the moderators."""
    blocks = [texts("report", number=number, by=by, reason=reason)]
    if about.name:
        blocks.append(texts("report-about", name=about.name))
    if about.text:
        blocks.append(RichText.of(quoted(about.text), Style.QUOTE))
    if about.pictures:
        blocks.append(texts("report-pictures", count=about.pictures))
    row: list[Control] = [Button(texts.plain("report-close"), CloseReport(number), ButtonStyle.GOOD)]
    if link is not None:
        row.append(LinkButton(texts.plain("report-open"), link))
    return Outgoing(RichText.join(blocks, "\n"), controls=(tuple(row),))


class ReportButtons:
    """Implements :class:`bot.api.offers.reporting.Reporting`."""

    def button(self, label: str, *, about: Account | UserRef | None, what: str) -> Button:
        """A button that opens the report's form."""
        if isinstance(about, Account):
            return Button(label, AskReport(about.ref, about.name[:60], what))
        return Button(label, AskReport(about, "", what))


def report_closed(texts: Texts, by: Account, number: int) -> Outgoing:
    """A report that was seen to."""
    return Outgoing(texts("report-closed", number=number, name=by))


def briefly(text: RichText) -> Outgoing:
    """A line that goes again."""
    return Outgoing(text, lifetime=timedelta(minutes=1))
