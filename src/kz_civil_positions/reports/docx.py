"""Reports as DOCX, with real styles, tables and headings."""

import datetime
import io
import zipfile
from typing import TYPE_CHECKING, Final

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.messages import Language, say
from kz_civil_positions.reports.document import Document
from kz_civil_positions.reports.wordml import LOCALES, PAGE, Body

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import CharacterStyle, ParagraphStyle

__all__ = ["render"]

# The same document gives the same bytes, so no file tells when it was made.
_STAMP: Final = (1980, 1, 1, 0, 0, 0)
_MAKER: Final = "kz-civil-positions"
# Orders are printed in it, and it has all Kazakh letters.
_FONT: Final = "Times New Roman"
_FIXED_FONT: Final = "Courier New"
_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MARGIN_OF_FOOTER: Final = 567
_SIZES: Final = {"Title": 16, "Heading 1": 14, "Heading 2": 12, "Heading 3": 11, "Heading 4": 11}


def render(document: Document) -> bytes:
    """Answers: what are the bytes of this report as a DOCX file?

    Returns:
        The file; the same bytes for the same document.

    Raises:
        BadInputError: when python-docx, the extra ``docx``, is not installed.

    Example:
        >>> from kz_civil_positions.reports.document import Paragraph, plain
        >>> document = Document("T", "en", (Paragraph(plain("A < B")),))
        >>> file = render(document)
        >>> file[:2], file == render(document)
        (b'PK', True)
    """
    try:
        from docx import Document as new  # noqa: N813, PLC0415 - an extra, asked for only here
    except ModuleNotFoundError:
        raise BadInputError("needs-docx") from None
    word = new()
    _set_properties(word, document)
    _set_styles(word, document.language)
    _set_page(word, document)
    _fill(word, Body(document).markup())
    return _sealed(word)


def _fill(word: "WordDocument", markup: str) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415

    body = word.element.body
    for element in list(parse_xml(f'<w:body xmlns:w="{_NAMESPACE}">{markup}</w:body>')):
        body.insert(len(body) - 1, element)  # before the properties of the section


def _set_properties(word: "WordDocument", document: Document) -> None:
    properties = word.core_properties
    properties.title = document.title[:255]
    properties.author = properties.last_modified_by = _MAKER
    properties.comments = say("render.footer", document.language)
    properties.language = LOCALES[document.language]
    properties.revision = 1
    properties.created = properties.modified = datetime.datetime(*_STAMP)  # noqa: DTZ001


def _set_page(word: "WordDocument", document: Document) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.shared import Twips  # noqa: PLC0415

    section = word.sections[0]
    across, down, margin = PAGE
    if document.landscape:
        across, down = down, across
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(across), Twips(down)
    section.left_margin = section.right_margin = Twips(margin)
    section.top_margin = section.bottom_margin = Twips(margin)
    section.header_distance = section.footer_distance = Twips(_MARGIN_OF_FOOTER)
    _set_footer(word, say("render.footer", document.language), across - 2 * margin)


def _set_footer(word: "WordDocument", words: str, width: int) -> None:
    """Each page says that its text is unofficial, and which page of how many it is."""
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.shared import Twips  # noqa: PLC0415

    paragraph = word.sections[0].footer.paragraphs[0]
    stops = paragraph.style.paragraph_format.tab_stops if paragraph.style else None
    if stops is not None:
        stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(width), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{words}\t")
    for index, field in enumerate(("PAGE", "NUMPAGES")):
        if index:
            paragraph.add_run(" / ")
        number = f'<w:fldSimple xmlns:w="{_NAMESPACE}" w:instr="{field}">'
        paragraph._p.append(parse_xml(f"{number}<w:r><w:t>1</w:t></w:r></w:fldSimple>"))  # noqa: SLF001


def _set_styles(word: "WordDocument", language: Language) -> None:
    _set_defaults(word, language)
    for name in ("Normal", "Title", "Caption", "Quote", *(f"Heading {n}" for n in range(1, 5))):
        _set_font(word.styles[name], _FONT)
    for name, size in _SIZES.items():
        _set_heading(word.styles[name], size)
    _set_body(word)
    _add_paragraph_styles(word)
    _add_character_styles(word)


def _set_defaults(word: "WordDocument", language: Language) -> None:
    """The language of the document, and no fonts of a theme, which may lack letters."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    for element in word.styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia"):
            element.set(qn(name), LOCALES[language])
    for fonts in word.styles.element.iter(qn("w:rFonts")):
        for name in [name for name in fonts.attrib if "heme" in name]:
            del fonts.attrib[name]
        for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(name), _FONT)


def _set_font(style: "CharacterStyle", name: str) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415

    style.font.name = name
    fonts = style.element.rPr.rFonts
    for attribute in ("w:cs", "w:eastAsia"):
        fonts.set(qn(attribute), name)


def _set_heading(style: "ParagraphStyle", size: int) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    style.font.size = Pt(size)
    style.font.bold, style.font.italic = True, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before = Pt(0 if style.name == "Title" else 14)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.keep_with_next = True
    for edge in list(style.element.pPr.findall(qn("w:pBdr"))):
        style.element.pPr.remove(edge)


def _set_body(word: "WordDocument") -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    styles = word.styles
    for name, after in (("Normal", 6), ("List Bullet", 3), ("Quote", 6), ("Caption", 4)):
        style: ParagraphStyle = styles[name]
        style.font.size = Pt(11)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.08
    styles["Quote"].paragraph_format.left_indent = Pt(18)
    styles["Caption"].paragraph_format.keep_with_next = True


def _add_paragraph_styles(word: "WordDocument") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

    _paragraph_style(word, "Table Text", 10, 2)
    _paragraph_style(word, "Table Head", 10, 2).font.bold = True
    band = _paragraph_style(word, "Table Band", 10.5, 2)
    band.font.bold = True
    band.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    band.paragraph_format.keep_with_next = True
    _paragraph_style(word, "After Table", 6, 0)
    _set_notice(_paragraph_style(word, "Notice", 10, 3))


def _paragraph_style(
    word: "WordDocument", name: str, size: float, after: float
) -> "ParagraphStyle":
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    style: ParagraphStyle = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.font.size = Pt(size)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.0
    return style


def _set_notice(style: "ParagraphStyle") -> None:
    """A bar beside it and a tint behind it."""
    from docx.oxml import parse_xml  # noqa: PLC0415

    look = style.element.get_or_add_pPr()
    bar = '<w:left w:val="single" w:sz="24" w:space="6" w:color="A86B00"/>'
    spacing = look.index(look.find(f"{{{_NAMESPACE}}}spacing"))
    look.insert(spacing, parse_xml(f'<w:pBdr xmlns:w="{_NAMESPACE}">{bar}</w:pBdr>'))
    tint = f'<w:shd xmlns:w="{_NAMESPACE}" w:val="clear" w:color="auto" w:fill="FFF8E1"/>'
    look.insert(spacing + 1, parse_xml(tint))


def _add_character_styles(word: "WordDocument") -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    def add(name: str, color: str | None = None) -> "CharacterStyle":
        style: CharacterStyle = word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        if color:
            style.font.color.rgb = RGBColor.from_string(color)
        return style

    add("Inserted Text", "0B5A23").font.underline = True
    add("Deleted Text", "8F1717").font.strike = True
    add("Small Text", "565B64").font.size = Pt(8)
    code = add("Code Text")
    _set_font(code, _FIXED_FONT)
    code.font.size = Pt(9)


def _sealed(word: "WordDocument") -> bytes:
    """The saved package with the time taken out of it."""
    loose, sealed = io.BytesIO(), io.BytesIO()
    word.save(loose)
    with zipfile.ZipFile(loose) as old, zipfile.ZipFile(sealed, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _STAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            new.writestr(member, old.read(name))
    return sealed.getvalue()
