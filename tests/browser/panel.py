"""One side of the page, as somebody uses it who sees it."""

from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect


@dataclass(frozen=True, slots=True)
class Panel:
    """A side: ``left`` or ``right``."""

    page: Page
    side: str

    @property
    def box(self) -> Locator:
        """All of it."""
        return self.page.locator(f"#panel-{self.side}")

    @property
    def log(self) -> Locator:
        """Its messages."""
        return self.box.get_by_role("log")

    @property
    def writing(self) -> Locator:
        """Where one writes."""
        return self.box.locator(".bar textarea")

    def button(self, name: str) -> Locator:
        """A button by a part of its name; the newest."""
        return self.box.get_by_role("button", name=name).last

    async def becomes(self, name: str) -> None:
        """Is somebody else from now on."""
        await self.button("You are").click()
        await self.page.get_by_role("menuitemradio", name=name).click()
        await expect(self.button(f"You are {name}")).to_be_visible()

    async def opens(self, chat: str) -> None:
        """Goes to a chat."""
        await self.box.get_by_role("tab", name=chat).click()

    async def joins(self) -> None:
        """Joins, from the door."""
        await self.button("Join").click()

    async def writes(self, text: str) -> None:
        """Writes and sends."""
        await self.writing.fill(text)
        await self.writing.press("Enter")

    async def sends_sample(self, name: str, text: str = "") -> None:
        """Sends one of the ready-made pictures."""
        await self.button("Add a picture").click()
        await self.page.get_by_role("menuitem", name=name).click()
        await self.writes(text)

    async def runs(self, command: str) -> None:
        """Runs a command that has parameters, and gives none of them."""
        if self.side == "right":
            await self.writes(f"/{command} ")
            return
        await self.writing.fill(f"/{command}")
        await expect(self.box.get_by_role("option").first).to_be_visible()
        await self.writing.press("Enter")
        await self.box.get_by_role("form", name=f"/{command}").get_by_role("button", name="Run").click()

    async def sees(self, text: str) -> Locator:
        """Waits for a message that says these words; gives the newest, quotations in others aside."""
        said = self.page.locator(".post-body, .post-head, .only-you-line, .keys").filter(has_text=text)
        post = self.log.get_by_role("article").filter(has=said).last
        await expect(post).to_be_visible()
        return post

    async def told(self, text: str) -> None:
        """Waits for a notice."""
        await expect(self.box.get_by_role("status").filter(has_text=text)).to_be_visible()


def both(page: Page) -> tuple[Panel, Panel]:
    """The two sides."""
    return Panel(page, "left"), Panel(page, "right")
