"""Make the two binary sources of the example dossier: the Board's minutes and the typescript.

    python examples/make_sources.py [FOLDER]

The same program gives the same bytes: reportlab in its invariant mode without compression, and a
Word file written part by part with fixed times. Everything else in ``lantern-night/sources`` is
plain text and edited by hand.
"""

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer

SOURCES = Path(__file__).parent / "lantern-night" / "sources"
PDF_NAME = "minutes-of-evidence.pdf"
DOCX_NAME = "the-captains-hands.docx"

# --- the minutes of evidence, a PDF -----------------------------------------------------------

RUNNING_HEAD = "LOSS OF THE S.F. PAMELA HYTHE"

FRONT = [
    ("title", "AVERILL HARBOUR BOARD"),
    ("centre", "Board of Inquiry into the Loss of the Steam Ferry Pamela Hythe"),
    ("title", "MINUTES OF EVIDENCE AND FINDING"),
    ("centre", "Ordered by the Board to be printed, Monday 4 December 1933"),
]

TOLLAND = [
    ("heading", "Deposition of Alfred Tolland, Master"),
    ("note", "Taken in the Seamen’s Institute, 23 November 1933, before Mr Garrod and Capt. Leal."),
    (
        "body",
        "ALFRED TOLLAND, sworn, deposed as follows: I am master of the Pamela Hythe and have been "
        "so since she came off the slip in 1909. On the night in question I brought her in at "
        "half past nine or a little after. I had 112 passengers by the tickets, and a crew of "
        "nine.",
    ),
    (
        "body",
        "I first knew of the fire at or about a quarter past ten. It was in the stokehold; I "
        "judged so from the colour of the smoke. I ordered the hose to be led aft. There was no "
        "pressure on it. I ordered the lifebelts to be served out. The ferry carried sixty "
        "lifebelts and they were in their place.",
    ),
    ("body", "Asked whether the locker was locked, the witness said that it was not his practice."),
    (
        "body",
        "I gave no order to cut the stern rope. I heard no such order given. I did not see it "
        "cut. I had my back to it and was getting people down the gangway with my hands. (Witness "
        "shows his hands.) I do not say the man did wrong. I say I did not tell him to do it.",
    ),
    (
        "body",
        "Asked whether he had taken spirits that evening, the witness said that he had had a "
        "glass at Luda, as the custom was, and that it would have been an insult to refuse.",
    ),
    ("sign", "ALFRED TOLLAND"),
]

SOUSHKOFF = [
    ("heading", "Deposition of Gabriel Soushkoff, Deckhand"),
    ("note", "Taken the same day. Through an interpreter, Mrs Oakes."),
    (
        "body",
        "GABRIEL SOUSHKOFF, aged thirty-four years, sworn upon the cross, deposed: I have been in "
        "the ferry since 1926. I was forward, coiling down, when I smelled it. It was the lamp "
        "room. I know the smell of that oil because it is my cousin’s oil and the whole street "
        "smells of it.",
    ),
    (
        "body",
        "I went down to the saloon two times. I brought up three children. I would have gone "
        "again but there was no more stair.",
    ),
    (
        "body",
        "When I came on deck the third time the saloon lights had burst and the fire was standing "
        "in them. The coal was forty feet from us and the wind of the fire, I do not say the "
        "wind, there was no wind, the wind of the fire was going toward it. I took the axe from "
        "its hooks. I do not remember taking it.",
    ),
    ("body", "Q. Who told you to cut the rope?"),
    ("body", "A. The master. He called to me, “Cut her!” He called it twice."),
    ("body", "Q. In what language?"),
    ("body", "A. In the language of people who are on fire."),
    ("body", "Q. (By Mr Garrod.) The master has sworn that he gave no such order."),
    ("body", "A. Then he has sworn it."),
    ("body", "Q. You saw that there were persons in the water on that side?"),
    ("body", "A. I see them now."),
    (
        "body",
        "The witness was told that he might stand down. He remained standing. [The interpreter: "
        "He asks whether the gentlemen wish to see the axe.] The gentlemen did not.",
    ),
    ("sign", "GABRIEL SOUSHKOFF, his X mark"),
]

FINDING = [
    ("heading", "Finding of the Board"),
    (
        "body",
        "1. The Board has sat for nine days and has heard thirty-one witnesses. It finds that the "
        "Pamela Hythe, built in 1909, was burned at the coal jetty on 14 October 1933 by a fire "
        "that began in the lamp room at twenty minutes to ten, from a cause not to be known.",
    ),
    (
        "body",
        "2. There were aboard one hundred and twelve passengers. The loss of forty-one lives is "
        "to be laid to want of a second gangway and to no other cause whatever.",
    ),
    (
        "body",
        "3. The crossing, of twelve miles, had been made in good order and in a flat calm. The "
        "Board has considered whether the custom of carrying lighted lamps on board should be put "
        "down. It is advised that it could not be, and that the lamps carried by passengers had "
        "no part in the disaster; the oil that burned was the ship’s own.",
    ),
    (
        "body",
        "4. The ferry carried forty-eight lifebelts, whereof thirty-six in the fore locker. Upon "
        "the condition of the lock the evidence is conflicting and the Board makes no finding.",
    ),
    (
        "body",
        "5. The stern rope was cut by the deckhand Soushkoff. Whether he was ordered to do so is "
        "not established. The evidense of the Russian witnesses should be taken with the "
        "allowance usual in such cases (Mr Garrod’s minute, in which Capt. Leal does not concur).",
    ),
    (
        "body",
        "6. No blame attaches to the Master, whose conduct was all that could be looked for. The "
        "Board recommends a second gangway, and that in future the tickets be counted before the "
        "crossing and not after it.",
    ),
    ("sign", "For the Board: J. R. LEAL, H. GARROD"),
]

_SERIF = "Times-Roman"
STYLES = {
    "title": ParagraphStyle(
        "title", fontName="Times-Bold", fontSize=14, leading=20, alignment=TA_CENTER
    ),
    "centre": ParagraphStyle(
        "centre", fontName=_SERIF, fontSize=11, leading=16, alignment=TA_CENTER
    ),
    "heading": ParagraphStyle(
        "heading", fontName="Times-Bold", fontSize=12, leading=18, spaceBefore=10
    ),
    "note": ParagraphStyle("note", fontName="Times-Italic", fontSize=10, leading=14, spaceAfter=6),
    "body": ParagraphStyle("body", fontName=_SERIF, fontSize=11, leading=14, spaceAfter=6),
    "sign": ParagraphStyle("sign", fontName=_SERIF, fontSize=11, leading=14, leftIndent=90),
}


def _furniture(canvas: Canvas, _document: BaseDocTemplate) -> None:
    """The running head and the page number, which belong to no deposition."""
    width, height = A5
    canvas.setFont(_SERIF, 9)
    canvas.drawCentredString(width / 2, height - 12 * mm, RUNNING_HEAD)
    canvas.drawCentredString(width / 2, 10 * mm, str(canvas.getPageNumber()))


def write_minutes(path: Path) -> None:
    """The Board's minutes: a title, two depositions and a finding, each on a page of its own."""
    document = BaseDocTemplate(
        str(path),
        pagesize=A5,
        invariant=1,
        pageCompression=0,
        title="Minutes of Evidence and Finding",
        author="Averill Harbour Board",
    )
    frame = Frame(18 * mm, 18 * mm, A5[0] - 36 * mm, A5[1] - 36 * mm, showBoundary=0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=_furniture))
    story: list[object] = []
    for number, part in enumerate((FRONT + TOLLAND, SOUSHKOFF, FINDING)):
        if number:
            story.append(PageBreak())
        for style, text in part:
            story.append(Paragraph(escape(text), STYLES[style]))
            if style == "title":
                story.append(Spacer(1, 4))
    document.build(story)


# --- the typescript, a Word file ----------------------------------------------------------------

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE_MIME = "application/vnd.openxmlformats-package"
_ZIP_TIME = (2003, 10, 14, 12, 0, 0)

EDITOR = 'w:author="R. Fry" w:date="2004-02-02T10:30:00Z"'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _inserted(number: int, text: str) -> str:
    return f'<w:ins w:id="{number}" {EDITOR}>{_run(text)}</w:ins>'


def _deleted(number: int, text: str) -> str:
    gone = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f'<w:del w:id="{number}" {EDITOR}>{gone}</w:del>'


def _commented(number: int, text: str) -> str:
    mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    start, end = (f'<w:commentRange{side} w:id="{number}"/>' for side in ("Start", "End"))
    return f"{start}{_run(text)}{end}{mark}"


def _footnote_marker(number: int) -> str:
    return (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )


def _paragraph(*runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


BODY = [
    _paragraph(_run("The Captain’s Hands"), style="Title"),
    _paragraph(_run("Margaret Tolland-Fry")),
    _paragraph(
        _run(
            "A talk given to the Averill Local History Circle on 14 October 2003, the seventieth "
            "anniversary"
        )
    ),
    _paragraph(
        _run(
            "When I was small I was not allowed to look at my grandfather’s hands, and so of "
            "course I looked at nothing else. They were pink and they shone. He held a teacup "
            "with both of them. My grandmother cut up his meat, and she did it before the plate "
            "came to the table, so that nobody should see it done."
        )
    ),
    _paragraph(
        _run(
            "I have promised to be fair tonight. The man on the other end of this story was a "
            "deckhand called Gavriil Sushkov. He was born in 1907 and he was nineteen when he "
            "came aboard in 1921, a strong lad and a quiet one. My grandfather "
        ),
        _deleted(101, "loved"),
        _inserted(102, "thought well of"),
        _run(
            " him. He taught him his letters on the night run, with a lump of coal on the back of "
            "the chart."
        ),
    ),
    _paragraph(
        _run(
            "There were 140 souls aboard that night, and the ferry had been built to carry them. "
            "The Board sat for nine days and heard thirty-one witnesses, and of these only four "
            "were from Luda. I mention it because it has been made to look like something. Luda "
            "people did not care to come. "
        ),
        _commented(7, "They had never in their lives been asked anything by a man at a table."),
        _run(" Forty-one of them were dead."),
        _footnote_marker(2),
    ),
    _paragraph(
        _run(
            "Did Sushkov save those children? He did. My grandmother, who was on the jetty, said "
            "eleven children. She said he came up the stair like a tree with birds in it. Nobody "
            "in my family ever took that from him, whatever was said on the other shore about us."
        )
    ),
    _paragraph(
        _run(
            "And the rope? My grandfather gave no order. He said so on oath and he said so to me "
            "in 1948, in the garden, without being asked. He said, “Meg, I never told him to. I "
            "ought to have told him to.” He "
        ),
        _inserted(103, "allegedly "),
        _run(
            "never touched spirits again in his life [this is what my mother told me]. The next "
            "year he was dead, in his sixty-fifth year, and the hands were in white gloves, so "
            "that at the end "
        ),
        _deleted(104, "they had been allowed to win"),
        _run("nobody had to look at them."),
    ),
    _paragraph(
        _run(
            "They say on Rope Street that somebody else cut it. They have always said so, and "
            "they never say who. I used to think that was the way of Rope Street. Now that I am "
            "the age he was, I think it may be that somebody did, and that three old men agreed "
            "among themselves to carry it between them, so that it should not be too heavy for "
            "one."
        )
    ),
]

FOOTNOTE = (
    "The number is the Board’s. The Courier, 12 October 1958, has forty-three. I have read the "
    "boards in the burying ground twice and make it forty-one. M. T.-F."
)
COMMENT = "Do we want this? It reads as a dig at Uncle Harold, who was secretary to the Board. RF"


def _docx_parts() -> dict[str, str]:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    names = f'xmlns:w="{_W}" xmlns:r="{_REL}"'
    override = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MIME}.{kind}+xml"/>'
        for part, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("footnotes", "footnotes"),
            ("comments", "comments"),
        )
    )
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for number, kind, tag in (
            (0, "separator", "separator"),
            (1, "continuationSeparator", "continuationSeparator"),
        )
    )
    return {
        "[Content_Types].xml": f'{head}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE_MIME}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{override}"
        '<Override PartName="/docProps/core.xml" '
        f'ContentType="{_PACKAGE_MIME}.core-properties+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'{head}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>The Captain’s Hands</dc:title><dc:creator>Margaret Tolland-Fry</dc:creator>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2003-10-14T12:00:00Z</dcterms:created>'
        "</cp:coreProperties>",
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{_REL}/footnotes" Target="footnotes.xml"/>'
        f'<Relationship Id="rId3" Type="{_REL}/comments" Target="comments.xml"/></Relationships>',
        "word/styles.xml": f'{head}<w:styles {names}><w:style w:type="paragraph" w:styleId="Title">'
        '<w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style></w:styles>',
        "word/footnotes.xml": f"{head}<w:footnotes {names}>{separators}"
        f'<w:footnote w:id="2">{_paragraph(_run(FOOTNOTE))}</w:footnote></w:footnotes>',
        "word/comments.xml": f"{head}<w:comments {names}>"
        f'<w:comment w:id="7" {EDITOR} w:initials="RF">{_paragraph(_run(COMMENT))}</w:comment>'
        "</w:comments>",
        "word/document.xml": f"{head}<w:document {names}><w:body>{''.join(BODY)}</w:body></w:document>",
    }


def write_typescript(path: Path) -> None:
    """The typescript of a talk, with a later editor's tracked changes and comment still in it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in _docx_parts().items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), xml.encode())


def main(folder: Path) -> None:
    write_minutes(folder / PDF_NAME)
    write_typescript(folder / DOCX_NAME)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCES)
