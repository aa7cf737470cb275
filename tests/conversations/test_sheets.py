"""Lists in and out, told: an officer brings units, is told what is wrong, mends, writes; owners find their own."""

from collections.abc import Mapping, Sequence

from bot.sheets.files import Leaf, read_grid, write_csv, write_workbook
from bot.sheets.wording import heading
from models import organisations
from models.imports import COLUMNS, Grid, SheetKind
from models.imports.reading import written_of
from models.organisations import RoleKind
from models.people import Language
from tests.conversations.guild import Guild, appointed, open_guild
from tests.conversations.world import Phone, World
from tests.models.sheet_rows import sheet_row
from tests.models.world import granted


def workbook(kind: SheetKind, *rows: Mapping[str, object]) -> bytes:
    """A filled template."""
    columns = [column for column in COLUMNS[kind] if column.number <= 1]
    titles = [heading(column.key, Language.FA) for column in columns]
    return write_workbook([Leaf("list", titles, [[row.get(column.key, "") for column in columns] for row in rows])])


def grid_of(phone: Phone) -> Grid:
    """The sheet that came with the newest card."""
    document = phone.messages[-1].document
    assert document is not None
    found = read_grid(phone.local.file(document).data)
    assert isinstance(found, Grid)
    return found


async def _officer(world: World) -> tuple[Phone, Guild]:
    guild = await open_guild(world)
    officer = world.phone("سارا")
    person_id = await world.knows(officer)
    await world.db(organisations.grant, person_id, RoleKind.COUNTY_OFFICER, guild.county_id)
    return officer, guild


async def test_an_officer_brings_units_and_the_owner_finds_the_own_one(world: World) -> None:
    sara, guild = await _officer(world)
    owner = world.phone("آذر")
    await sara.starts()
    await sara.taps("ورود و خروج گروهی")
    await sara.taps("واحدها")
    await sara.does(sara._press, "نمونهٔ خالی", cards=2)  # noqa: SLF001 (two cards: that it comes, and it)
    assert grid_of(sara).rows[0][0] == "تلفن همراه"
    await sara.taps("فرستادن فهرست")
    sara.sees("همین‌جا", "واحدها")
    await sara.types("سلام")
    sara.sees("این‌جا فایل لازم است")

    rows = [
        sheet_row(1, phone=owner.number),
        sheet_row(2, **{"guild-id": "12", "licence-issued": "1403/13/01"}),
        sheet_row(3, union="اتحادیهٔ نانوایان"),
    ]
    await sara.sends_file(workbook(SheetKind.UNITS, *rows), "واحدها.xlsx")
    sara.sees("در ۲ ردیف از ۳ ردیف ایراد هست", "چیزی ثبت نشد", "شناسهٔ صنفی (۱)")
    told = [[written_of(cell) for cell in line] for line in grid_of(sara).rows[1:]]
    assert {(line[0], line[1]) for line in told} == {
        ("3", "شناسهٔ صنفی"),
        ("3", "تاریخ صدور پروانه"),
        ("4", "اتحادیهٔ صادرکننده"),
    }

    # The mended file may follow without a tap.
    rows[1:] = [sheet_row(2), sheet_row(3)]
    await sara.sends_file(workbook(SheetKind.UNITS, *rows), "واحدها.xlsx")
    sara.sees("۳ ردیف، بدون ایراد", "هنوز چیزی ثبت نشده است")
    key = sara.key_of("ثبت همه")
    await sara.does(sara._press, "ثبت همه", cards=2)  # noqa: SLF001 (as above)
    sara.sees("فهرست ثبت شد", "۳ واحد")
    await sara.taps_old(key)
    sara.sees("پیش‌تر ثبت شده است")

    await sara.taps("واحدها")
    await sara.does(sara._press, "گرفتن فهرست", cards=2)  # noqa: SLF001 (as above)
    sara.sees("۳ ردیف")
    out = grid_of(sara).rows
    line = dict(zip(out[0], out[1], strict=True))
    assert line["شناسهٔ صنفی"] == rows[0]["guild-id"]
    assert str(line["کد ملی"]).startswith("•")
    assert str(line["تلفن همراه"]).startswith("•")

    approver, _ = await appointed(world, guild, "صبا")
    await approver.starts()
    await approver.taps("صندوق اتحادیه")
    await approver.taps("ثبت‌نام‌ها")
    await approver.taps("کارگاه نمونهٔ یک")
    approver.sees("از فهرست اداره وارد شده است")
    await owner.enters()
    owner.sees("کارگاه نمونهٔ یک", "در انتظار تأیید اتحادیه")
    await approver.taps("صندوق اتحادیه")
    await approver.taps("ثبت‌نام‌ها")
    await approver.taps("کارگاه نمونهٔ یک")
    approver.sees_not("از فهرست اداره وارد شده است")


async def test_a_file_that_is_no_list_and_a_role_that_ends(world: World) -> None:
    sara, guild = await _officer(world)
    await sara.starts()
    await sara.taps("ورود و خروج گروهی")
    await sara.taps("اشخاص")
    await sara.taps("فرستادن فهرست")
    await sara.sends_file(b"%PDF-1.4 something", "list.xlsx")
    sara.sees("نه اکسل است و نه CSV")
    await sara.sends_file(write_csv(["تلفن همراه", "نقش"], [["09121110000", "ناظر"]]), "people.csv")
    sara.sees("این ستون‌ها در فایل نیست: نام و نام خانوادگی")
    await sara.sends_file(b"x" * (21 * 1024 * 1024), "large.xlsx")
    sara.sees("۲۱ مگابایت")

    people: Sequence[dict[str, object]] = [
        {"phone": "۰۹۱۲۱۱۱۰۰۰۱", "person-name": "رضا نمونه", "role": "دبیر اتحاديه"},
        {"phone": "9121110002", "person-name": "مریم نمونه", "role": "تأییدکننده اتحادیه"},
    ]
    place = {"province": "تهران", "county": "ری", "office-name": "اتحاديه كفاشان ري"}
    await sara.sends_file(workbook(SheetKind.PEOPLE, *(one | place for one in people)), "people.xlsx")
    sara.sees("۲ ردیف، بدون ایراد", "این نقش‌ها داده می‌شود")
    key = sara.key_of("ثبت همه")

    async def hats_of(number: int) -> list[RoleKind]:
        held = await world.db(organisations.officers, guild.union_id)
        return [hat.kind for hat in held if hat.kind is not RoleKind.UNION_APPROVER or number]

    hat = (await world.db(organisations.hats, sara.person_id or 0))[0]
    granted(await world.db(organisations.revoke, hat.role_id))
    await world.settles()  # that it ended is told too
    await sara.taps_old(key)
    sara.saw("این نقش دیگر با شما نیست")
    assert await hats_of(0) == []
    again = granted(await world.db(organisations.grant, sara.person_id or 0, RoleKind.COUNTY_OFFICER, guild.county_id))
    await sara.types("منو")
    await sara.taps_old(key)  # a button of the role that ended
    sara.sees("این نقش دیگر با شما نیست")
    assert again.role_id != hat.role_id


async def test_an_import_that_was_cut_off_goes_on(world: World) -> None:
    sara, _ = await _officer(world)
    await sara.starts()
    await sara.taps("ورود و خروج گروهی")
    await sara.taps("دفترها")
    await sara.taps("فرستادن فهرست")
    row = {"office-kind": "اتحادیه", "province": "تهران", "county": "ری", "office-name": "اتحادیهٔ درودگران ری"}
    await sara.sends_file(workbook(SheetKind.OFFICES, row), "offices.xlsx")
    sara.sees("۱ ردیف، بدون ایراد")
    assert world.app.reception is not None
    await world.app.reception._tasks.cancel("jobs")  # noqa: SLF001 (nobody works on jobs any more)
    world.app.reception.intake.on_job = lambda: None
    await sara.taps("ثبت همه")
    sara.sees("فهرست ثبت می‌شود")
    await world.restarts()
    await world.settles()
    sara.sees("فهرست ثبت شد", "۱ دفتر")
