"""A photo that somebody chose on their device, brought here."""

from collections.abc import Callable

import flet as ft

from app.photo import MOST_BYTES, NotAPhoto, weigh
from app.server.uploads import UploadFailed
from app.ui.session.session import Session


async def picked_photo(session: Session, told: Callable[[float], None]) -> bytes | None:
    """Have somebody choose a photo, and return the file; None where nobody chose one.

    told: is told how much of it has come, 0…1, as soon as one was chosen. What it is called, nobody looks at.
    Raises NotAPhoto ("empty", "too-heavy", "not-here"), and NotWanted where the tablet was locked meanwhile.
    """
    uploads = session.application.uploads
    # In a build for tablets there is no door to send it to, and no line that a large message could cut.
    at_once = not (session.page.web and uploads.served)

    def read(event: ft.FilePickerUploadEvent) -> None:
        if event.error:
            expected.fail(UploadFailed())
        elif expected.wanted:  # Flet tells the last of it when all is here, and the picture may be shown already.
            expected.moved()
            told(event.progress or 0)

    # Images, so that a tablet offers its gallery and its camera; what the file is, its content says.
    picker = ft.FilePicker(on_upload=read)
    found = await picker.pick_files(file_type=ft.FilePickerFileType.IMAGE, with_data=at_once)
    if not found:
        return None
    photo = found[0]
    weigh(photo.size)
    if at_once:
        if photo.bytes is None:
            raise NotAPhoto("not-here")
        return photo.bytes
    expected = uploads.expect(session, MOST_BYTES, picker)
    told(0)
    await picker.upload([ft.FilePickerUploadFile(upload_url=expected.path, id=photo.id)])
    try:
        return await expected.whole()
    except UploadFailed:
        raise NotAPhoto("not-here") from None
