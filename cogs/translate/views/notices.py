"""Who sees the words, and who may decide that."""

from collections.abc import Collection, Sequence

from bot.api import Texts
from bot.domain.controls import Button, ButtonStyle, OpenPrivately
from bot.domain.message import Outgoing
from bot.domain.refs import UserRef
from bot.domain.text import RichText
from bot.ports.translator import Service
from cogs.translate.actions import AcceptMine, AcceptServices, AskMine, Home, WithdrawMine, WithdrawService
from cogs.translate.rules.styles import Style


def notice(languages: Sequence[Texts], style: Style, services: Sequence[Service]) -> Outgoing:
    """Where words go and how to opt out, once in each language."""
    blocks = [
        texts(f"notice-{style.value}", services=_titles(texts, services)) + "\n" + texts("notice-opt-out")
        for texts in languages
    ]
    return Outgoing(RichText.join(blocks, "\n\n"))


def consent(texts: Texts, home: Home, missing: Sequence[Service]) -> Outgoing:
    """Asks an admin to accept public services, each with its address."""
    names = tuple(service.name for service in missing)
    accept = Button(texts.plain("accept"), AcceptServices(home, names), ButtonStyle.GOOD)
    return Outgoing(texts("consent", services=_with_hosts(texts, missing)), controls=((accept,),))


def accepted(texts: Texts, services: Sequence[Service]) -> Outgoing:
    """They may be asked from now on."""
    return Outgoing(texts("accepted", services=_titles(texts, services)))


def services(texts: Texts, home: Home, there: Sequence[Service], given: Collection[str]) -> Outgoing:
    """All services, and for the public ones a key to accept them or to take that back."""
    if not there:
        return Outgoing(texts("services-none"))
    lines = [texts("services")]
    rows: list[tuple[Button, ...]] = []
    for service in there:
        state = "own" if not service.public else "accepted" if service.name in given else "off"
        lines.append(texts(f"services-{state}", title=service.title, host=service.host))
        if service.public and service.name in given:
            label = texts.plain("withdraw-service", title=service.title)
            rows.append((Button(label, WithdrawService(home, service.name), ButtonStyle.DANGER),))
        elif service.public:
            label = texts.plain("accept-service", title=service.title)
            rows.append((Button(label, AcceptServices(home, (service.name,)), ButtonStyle.GOOD),))
    return Outgoing(RichText.join(lines, "\n"), controls=tuple(rows))


def own_services(texts: Texts, user: UserRef, there: Sequence[Service], given: Collection[str]) -> Outgoing:
    """The same for what somebody has translated for themselves."""
    if not there:
        return Outgoing(texts("services-none"))
    lines = [texts("services-mine")]
    rows: list[tuple[Button, ...]] = []
    for service in there:
        state = "own" if not service.public else "accepted" if service.name in given else "off"
        lines.append(texts(f"services-{state}", title=service.title, host=service.host))
        if not service.public:
            continue
        if service.name in given:
            label, action = texts.plain("withdraw-service", title=service.title), WithdrawMine(service.name)
            rows.append((Button(label, action, ButtonStyle.DANGER, only=user),))
        else:
            label = texts.plain("accept-service", title=service.title)
            rows.append((Button(label, AcceptMine((service.name,)), ButtonStyle.GOOD, only=user),))
    return Outgoing(RichText.join(lines, "\n"), controls=tuple(rows))


def own_consent(texts: Texts, user: UserRef, missing: Sequence[Service]) -> Outgoing:
    """Asks somebody who is alone with the bot whether public services may see what they have translated."""
    names = tuple(service.name for service in missing)
    accept = Button(texts.plain("accept-mine"), AcceptMine(names), ButtonStyle.GOOD, only=user)
    return Outgoing(texts("consent-mine", services=_with_hosts(texts, missing)), controls=((accept,),))


def consent_first(texts: Texts) -> Outgoing:
    """Where nothing can be asked: leads into the private chat, where it can."""
    return Outgoing(texts("inline-consent"), controls=((OpenPrivately(texts.plain("inline-consent-key"), AskMine()),),))


def _titles(texts: Texts, services: Sequence[Service]) -> str:
    return texts.plain("between").join(service.title for service in services)


def _with_hosts(texts: Texts, services: Sequence[Service]) -> str:
    return texts.plain("between").join(f"{service.title} ({service.host})" for service in services)
