"""The names of months in the languages of film blogs."""

from __future__ import annotations

import unicodedata

# Language -> January to December, each with its forms (folded: lower case, without accents).
TABLE = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
    "october oct|november nov|december dec",
    "de": "januar jan janner|februar feb feber|marz mar mrz maerz|april apr|mai|juni jun|juli jul|august aug|"
    "september sept sep|oktober okt|november nov|dezember dez",
    "fr": "janvier janv jan|fevrier fevr fev|mars|avril avr|mai|juin|juillet juill juil|aout|septembre sept sep|"
    "octobre oct|novembre nov|decembre dec",
    "es": "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|"
    "septiembre setiembre sept sep|octubre oct|noviembre nov|diciembre dic",
    "it": "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre set|"
    "ottobre ott|novembre nov|dicembre dic",
    "pt": "janeiro jan|fevereiro fev|marco mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|"
    "outubro out|novembro nov|dezembro dez",
    "nl": "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep|oktober okt|"
    "november nov|december dec",
    "pl": "stycznia styczen sty|lutego luty lut|marca marzec mar|kwietnia kwiecien kwi|maja maj|czerwca czerwiec cze|"
    "lipca lipiec lip|sierpnia sierpien sie|wrzesnia wrzesien wrz|pazdziernika pazdziernik paz|"
    "listopada listopad lis|grudnia grudzien gru",
    "sv": "januari jan|februari feb|mars mar|april apr|maj|juni jun|juli jul|augusti aug|september sep|oktober okt|"
    "november nov|december dec",
    "da": "januar jan|februar feb|marts mar|april apr|maj|juni jun|juli jul|august aug|september sep|oktober okt|"
    "november nov|december dec",
    "no": "januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|august aug|september sep|oktober okt|"
    "november nov|desember des",
    "fi": "tammikuuta tammikuu tammi|helmikuuta helmikuu helmi|maaliskuuta maaliskuu maalis|huhtikuuta huhtikuu huhti|"
    "toukokuuta toukokuu touko|kesakuuta kesakuu kesa|heinakuuta heinakuu heina|elokuuta elokuu elo|"
    "syyskuuta syyskuu syys|lokakuuta lokakuu loka|marraskuuta marraskuu marras|joulukuuta joulukuu joulu",
    "cs": "ledna leden led|unora unor uno|brezna brezen bre|dubna duben dub|kvetna kveten kve|cervna cerven cvn|"
    "cervence cervenec cvc|srpna srpen srp|zari zar|rijna rijen rij|listopadu listopad lis|prosince prosinec pro",
    "sk": "januara januar jan|februara februar feb|marca marec mar|aprila april apr|maja maj|juna jun|jula jul|"
    "augusta august aug|septembra september sep|oktobra oktober okt|novembra november nov|decembra december dec",
    "hu": "januar jan|februar febr feb|marcius marc|aprilis apr|majus maj|junius jun|julius jul|augusztus aug|"
    "szeptember szept|oktober okt|november nov|december dec",
    "ro": "ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept|"
    "octombrie oct|noiembrie nov|decembrie dec",
    "tr": "ocak oca|subat sub|mart mar|nisan nis|mayis may|haziran haz|temmuz tem|agustos agu|eylul eyl|ekim eki|"
    "kasim kas|aralik ara",
    "id": "januari jan|februari feb|maret mar|april apr|mei|juni jun|juli jul|agustus agu agt|september sep|"
    "oktober okt|november nov|desember des",
    "ca": "gener gen|febrer febr|marc|abril abr|maig|juny|juliol jul|agost ag|setembre set|octubre oct|"
    "novembre nov|desembre des",
    "gl": "xaneiro xan|febreiro feb|marzo mar|abril abr|maio|xuno xun|xullo xul|agosto ago|setembro set|outubro out|"
    "novembro nov|decembro dec",
    "hr": "sijecnja sij sijecanj|veljace velj veljaca|ozujka ozu ozujak|travnja tra travanj|svibnja svi svibanj|"
    "lipnja lip lipanj|srpnja srp srpanj|kolovoza kol kolovoz|rujna ruj rujan|listopada lis listopad|"
    "studenoga studenog stu studeni|prosinca pro prosinac",
    "bg": "януари яну|февруари фев|март|април апр|маи|юни|юли|август авг|септември сеп|октомври окт|ноември ное|"
    "декември дек",
    "ru": "января янв январь|февраля фев февр февраль|марта мар март|апреля апр апрель|мая маи|июня июн июнь|"
    "июля июл июль|августа авг август|сентября сен сент сентябрь|октября окт октябрь|ноября ноя нояб ноябрь|"
    "декабря дек декабрь",
    "uk": "січня січ січень|лютого лют лютии|березня бер березень|квітня квіт квітень|травня трав травень|"
    "червня черв червень|липня лип липень|серпня серп серпень|вересня вер вересень|жовтня жовт жовтень|"
    "листопада лист листопад|грудня груд грудень",
    "el": "ιανουαριου ιαν ιανουαριοσ|φεβρουαριου φεβ φεβρουαριοσ|μαρτιου μαρ μαρτιοσ|απριλιου απρ απριλιοσ|"
    "μαιου μαι μαιοσ|ιουνιου ιουν ιουνιοσ|ιουλιου ιουλ ιουλιοσ|αυγουστου αυγ αυγουστοσ|σεπτεμβριου σεπ σεπτεμβριοσ|"
    "οκτωβριου οκτ οκτωβριοσ|νοεμβριου νοε νοεμβριοσ|δεκεμβριου δεκ δεκεμβριοσ",
    "ar": "يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر",
    "he": "ינואר|פברואר|מרץ מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
}

FORMS = {
    language: {form: number for number, forms in enumerate(row.split("|"), 1) for form in forms.split()}
    for language, row in TABLE.items()
}
# Folded form -> month 1..12 where the language is not known; Croatian "listopad" gives way to the Polish and Czech one.
MONTHS: dict[str, int] = {}
for _forms in FORMS.values():
    MONTHS = _forms | MONTHS


def fold_word(word: str) -> str:
    """A word in lower case without accents, the form in which tables of names of months and days are written."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold()).casefold().translate(_LETTERS)
    return "".join([char for char in decomposed if not unicodedata.combining(char)])


_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae"})
