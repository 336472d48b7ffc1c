<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cs">
<context>
    <name>CaptureWords</name>
    <message>
        <location filename="../app/gui/counter/capture_words.cpp" line="+10"/>
        <source>The scanner is being opened …</source>
        <translation>Skener se otevírá …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner is warming up …</source>
        <translation>Skener se zahřívá …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner did not answer and is being started again; all pages so far are safe</source>
        <translation>Skener neodpovídal a spouští se znovu; všechny dosavadní strany jsou uloženy</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The scanner is not where it was; looking for it on all connections …</source>
        <translation>Skener není tam, kde byl; hledá se na všech připojeních …</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n listy</numerusform>
            <numerusform>%n listů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 / %n sheet(s)</source>
        <extracomment>%1 sheets were scanned of %n that were counted.</extracomment>
        <translation>
            <numerusform>%1 / %n list</numerusform>
            <numerusform>%1 / %n listy</numerusform>
            <numerusform>%1 / %n listů</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>sheet %1 has no back</source>
        <translation>list %1 nemá rub</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>sheet %1 is cut short</source>
        <translation>list %1 je useknutý</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%1 of %n sheet(s)</source>
        <translation>
            <numerusform>%1 z %n listu</numerusform>
            <numerusform>%1 ze %n listů</numerusform>
            <numerusform>%1 z %n listů</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>blank or not</source>
        <translation>označení prázdné strany</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>set aside</source>
        <translation>odložení strany</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>turn</source>
        <translation>otočení</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>move</source>
        <translation>přesun</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>split</source>
        <translation>rozdělení</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>scanned again</source>
        <translation>nové naskenování</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>scanned in between</source>
        <translation>doskenování mezi strany</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>separator sheet</source>
        <translation>oddělovací list</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>half sheet set aside after a trouble</source>
        <translation>odložení neúplného listu po závadě</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>clean-up</source>
        <extracomment>Of a scanned page: straightened, cut to the paper …</extracomment>
        <translation>vyčištění</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>divide</source>
        <translation>oddělení dokladů</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>valid</source>
        <extracomment>Of a signature (chữ ký số).</extracomment>
        <translation>platný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not complete</source>
        <translation>neúplný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>valid, but look at it</source>
        <translation>platný, ale prohlédněte jej</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>cannot be checked here</source>
        <translation>zde neověřitelný</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <location filename="../app/cli/capture_outcome.cpp" line="+87"/>
        <source>attention: %1 sides are not cleaned yet; signing tries again</source>
        <translation>pozor: %1 stran ještě není vyčištěno; podepisování to zkusí znovu</translation>
    </message>
    <message>
        <location line="-59"/>
        <source>attention: %1 sheets expected, %2 scanned; count the paper and scan what is missing, or explain it with &quot;count&quot;</source>
        <translation>pozor: čekalo se %1 listů, naskenováno %2; spočítejte papír a doskenujte, co chybí, nebo to vysvětlete příkazem „count“</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>attention: the back is missing of sheet %1; scan it again</source>
        <translation>pozor: chybí rub listu %1; naskenujte jej znovu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>attention: sheet %1 is incomplete; scan it again</source>
        <translation>pozor: list %1 je neúplný; naskenujte jej znovu</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 of %2 sheets are safe</source>
        <translation>uloženo %1 z %2 listů</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sheet %1 is the last good one. Put back everything behind it, from sheet %2 on.</source>
        <translation>List %1 je poslední v pořádku. Vraťte vše, co je za ním, od listu %2 dál.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Enter: scan on.  q and Enter: end here.</source>
        <translation>Enter: skenovat dál.  q a Enter: ukončit zde.</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>%1: %2 sides of %3 sheets</source>
        <translation>%1: %2 stran z %3 listů</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 sides are blank and are no pages of the copy</source>
        <translation>%1 stran je prázdných a do kopie nepatří</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>attention: look at %1 sides; &quot;dossier show&quot; says why</source>
        <translation>pozor: prohlédněte %1 stran; důvod ukáže „dossier show“</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1, sheet %2, %3 is incomplete: %4</source>
        <translation>%1, list %2, %3 je neúplný: %4</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, sheet %2, %3 is safe: %4</source>
        <translation>%1, list %2, %3 je uložen: %4</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>front</source>
        <translation>líc</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>back</source>
        <translation>rub</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>separator sheet: what follows is %1</source>
        <translation>oddělovací list: dále následuje %1</translation>
    </message>
    <message>
        <location filename="../app/cli/command_audit.cpp" line="+23"/>
        <source>%1 records, chain intact, head %2</source>
        <translation>%1 záznamů, řetěz neporušen, konec %2</translation>
    </message>
    <message>
        <location line="+18"/>
        <location filename="../app/cli/command_purge.cpp" line="+20"/>
        <source>reading again: %1 of %2</source>
        <translation>opětovné čtení: %1 z %2</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n objects read again, %1 of them lost</source>
        <translation>
            <numerusform>%n objekt znovu přečten, z toho ztraceno: %1</numerusform>
            <numerusform>%n objekty znovu přečteny, z toho ztraceno: %1</numerusform>
            <numerusform>%n objektů znovu přečteno, z toho ztraceno: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n objects sent again</source>
        <translation>
            <numerusform>%n objekt odeslán znovu</numerusform>
            <numerusform>%n objekty odeslány znovu</numerusform>
            <numerusform>%n objektů odesláno znovu</numerusform>
        </translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Look at the audit chain and at the repository</source>
        <translation>Prohlédnout řetěz záznamů a úložiště</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Read a random sample of what the repository has proven again</source>
        <translation>Znovu přečíst náhodný vzorek toho, co úložiště doložilo</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Number of objects; without it as the settings say</source>
        <translation>Počet objektů; bez uvedení podle nastavení</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Send what the repository has lost once more</source>
        <translation>Znovu odeslat, co úložiště ztratilo</translation>
    </message>
    <message>
        <location line="-15"/>
        <source>Check the audit chain</source>
        <translation>Zkontrolovat řetěz záznamů</translation>
    </message>
    <message>
        <location filename="../app/cli/command_confirm.cpp" line="+14"/>
        <source>Confirm the fields of one paper</source>
        <translation>Potvrdit pole jedné listiny</translation>
    </message>
    <message>
        <location filename="../app/cli/invocation.cpp" line="+89"/>
        <source>Dossier code or uuid</source>
        <translation>Kód spisu nebo uuid</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Component of the checklist, e.g. GT01</source>
        <translation>Položka seznamu, např. GT01</translation>
    </message>
    <message>
        <location filename="../app/cli/command_confirm.cpp" line="+3"/>
        <source>A field as key=value</source>
        <translation>Pole ve tvaru klíč=hodnota</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Accept the proposals for all other fields</source>
        <translation>Přijmout návrhy všech ostatních polí</translation>
    </message>
    <message>
        <location filename="../app/cli/command_decide.cpp" line="+52"/>
        <source>Replace a copy that was handed over: scan, sign and confirm its paper again</source>
        <translation>Nahradit předanou kopii: listinu znovu naskenovat, podepsat a potvrdit</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The copy that was handed over stays; not once the new one is on its way</source>
        <translation>Předaná kopie zůstane; nelze, jakmile je nová na cestě</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Take back a copy that was handed over in error; `store` tells the department and whoever would reuse it</source>
        <translation>Stáhnout kopii předanou omylem; odboru a každému, kdo by ji znovu použil, to oznámí příkaz `store`</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Decide what happens with one paper</source>
        <translation>Rozhodnout, co bude s jednou listinou</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>digitize, reuse, attach, shown or refuse</source>
        <translation>digitize, reuse, attach, shown nebo refuse</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Why a paper that could be reused is digitized: unreadable, changed, wish or other; kept in the audit chain</source>
        <translation>Proč se digitalizuje doklad, který lze znovu použít: unreadable (nečitelný), changed (změněný), wish (přání) nebo other (jiný); zůstane v auditním řetězci</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>With reuse: digitization code or SHA-256 of the stored copy</source>
        <translation>Při opětovném použití: kód digitalizace nebo SHA-256 uložené kopie</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>With reuse: the clerk found the paper in the national store</source>
        <translation>Při opětovném použití: úředník našel listinu v národním úložišti</translation>
    </message>
    <message>
        <location filename="../app/cli/command_demo.cpp" line="+11"/>
        <source>Take six training papers from a virtual scanner to the repository and check all</source>
        <translation>Provést šest cvičných listin z virtuálního skeneru do úložiště a vše ověřit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Folder for everything that is made</source>
        <translation>Složka pro vše, co vznikne</translation>
    </message>
    <message>
        <location filename="../app/cli/command_devices.cpp" line="+32"/>
        <source>no scanner found</source>
        <translation>žádný skener nenalezen</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>List the scanners</source>
        <translation>Vypsat skenery</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Show what a scanner can do</source>
        <translation>Ukázat, co skener umí</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../app/cli/command_scan.cpp" line="+66"/>
        <source>SANE device name</source>
        <translation>Název zařízení SANE</translation>
    </message>
    <message>
        <location filename="../app/cli/page_files.cpp" line="+97"/>
        <source>page %1 of %2</source>
        <translation>strana %1 z %2</translation>
    </message>
    <message>
        <location filename="../app/cli/command_digitize.cpp" line="+50"/>
        <source>%1: %2 pages, %3 blank sides left out</source>
        <translation>%1: %2 stran, %3 prázdných vynecháno</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>attention: %1 files or pages are missing or incomplete</source>
        <translation>pozor: chybějících nebo neúplných souborů či stran: %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Make one clean PDF/A of images, without a dossier</source>
        <translation>Vytvořit z obrázků čisté PDF/A, bez spisu</translation>
    </message>
    <message>
        <location filename="../app/cli/command_import.cpp" line="+38"/>
        <location filename="../app/cli/page_files.cpp" line="-64"/>
        <source>Images or PDFs</source>
        <translation>Obrázky nebo PDF</translation>
    </message>
    <message>
        <location filename="../app/cli/command_digitize.cpp" line="+2"/>
        <source>The PDF to write</source>
        <translation>PDF, které se má zapsat</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>none or embedded</source>
        <translation>none nebo embedded</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>reference: one picture a page; layered: print, ground and colour apart, far smaller</source>
        <translation>reference: jeden obraz na stranu; layered: písmo, podklad a barva zvlášť, mnohem menší soubor</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Language of the text</source>
        <translation>Jazyk textu</translation>
    </message>
    <message>
        <location filename="../app/cli/page_files.cpp" line="-10"/>
        <source>%1, page %2</source>
        <translation>%1, strana %2</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Pages at a time</source>
        <translation>Stran najednou</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Resolution of images that do not say</source>
        <translation>Rozlišení obrázků, které je neuvádějí</translation>
    </message>
    <message>
        <location filename="../app/cli/command_dossier.cpp" line="+32"/>
        <source>    %1: the copy lies in the repository alone since %2; `fetch` brings it back</source>
        <translation>    %1: kopie je od %2 jen v úložišti; zpět ji získá příkaz `fetch`</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>Open, show and list dossiers</source>
        <translation>Založit, ukázat a vypsat spisy</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open a dossier for a procedure and an owner</source>
        <translation>Založit spis pro postup a vlastníka</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Procedure code</source>
        <translation>Kód postupu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Personal id or tax code of the owner</source>
        <translation>Osobní číslo nebo DIČ vlastníka</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Name of the owner</source>
        <translation>Jméno vlastníka</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Instead of both: the owner&apos;s identity card as a hand scanner typed its QR code</source>
        <translation>Místo obojího: průkaz vlastníka tak, jak jeho QR kód zapsala ruční čtečka</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Dossier code of the portal</source>
        <translation>Kód spisu z portálu</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Show one dossier</source>
        <translation>Ukázat jeden spis</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>List the dossiers of a day</source>
        <translation>Vypsat spisy jednoho dne</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Day, today when left out</source>
        <translation>Den, bez uvedení dnešek</translation>
    </message>
    <message>
        <location filename="../app/cli/dossier_json.cpp" line="+187"/>
        <source>sure</source>
        <translation>jisté</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>check</source>
        <translation>zkontrolovat</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>  (read as %1)</source>
        <extracomment>What the ink seems to say, where an official name is proposed instead.</extracomment>
        <translation>  (přečteno jako %1)</translation>
    </message>
    <message>
        <location line="+68"/>
        <source>PROVISIONAL %1</source>
        <extracomment>In capitals: a digitization code that is not claimed yet.</extracomment>
        <translation>PŘEDBĚŽNÝ %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>WITHDRAWN, not handed over yet</source>
        <translation>STAŽENO, ještě nepředáno</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>CORRECTION, not handed over yet</source>
        <translation>OPRAVA, ještě nepředáno</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>found in the national store</source>
        <translation>nalezeno v národním úložišti</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its pages are no longer on this station</source>
        <translation>její strany už na této stanici nejsou</translation>
    </message>
    <message>
        <location filename="../app/cli/command_extract.cpp" line="+41"/>
        <source>  attention: this looks like %1 (%2 %); is it in the right place?</source>
        <translation>  pozor: toto vypadá jako %1 (%2 %); je to na správném místě?</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>  attention: the text of sheet %1 could not be read; type its fields</source>
        <translation>  pozor: text listu %1 se nepodařilo přečíst; zadejte jeho pole ručně</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Propose the fields of every signed copy</source>
        <translation>Navrhnout pole všech podepsaných kopií</translation>
    </message>
    <message>
        <location filename="../app/cli/command_import.cpp" line="-21"/>
        <source>%1: the file is signed and was taken as it is (%2)</source>
        <translation>%1: soubor je podepsaný a byl převzat beze změny (%2)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>attention: its signature could not be fully proved; &quot;verify&quot; says why</source>
        <translation>pozor: jeho podpis se nepodařilo plně ověřit; důvod ukáže „verify“</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Take a paper from image or PDF files into its component</source>
        <translation>Převzít listinu ze souborů obrázků nebo PDF</translation>
    </message>
    <message>
        <location filename="../app/cli/command_inbox.cpp" line="+47"/>
        <source>the inbox is empty</source>
        <translation>schránka je prázdná</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>acknowledged: %1</source>
        <translation>potvrzeno: %1</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>every hand-over has been acknowledged, or is not old enough</source>
        <translation>všechna předání jsou potvrzena, nebo na to mají ještě čas</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <location filename="../app/cli/command_sync.cpp" line="+111"/>
        <source>%n hand-overs without an answer</source>
        <translation>
            <numerusform>%n předání bez odpovědi</numerusform>
            <numerusform>%n předání bez odpovědi</numerusform>
            <numerusform>%n předání bez odpovědi</numerusform>
        </translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Show what a department was handed over</source>
        <translation>Ukázat, co bylo předáno odboru</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+8"/>
        <source>Agency id</source>
        <translation>Identifikátor úřadu</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Acknowledge an event of the inbox</source>
        <translation>Potvrdit událost ve schránce</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Event id</source>
        <translation>Identifikátor události</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Show hand-overs that no department has acknowledged</source>
        <translation>Ukázat předání, která žádný odbor nepotvrdil</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only these agency ids</source>
        <translation>Jen tyto identifikátory úřadů</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Number of days to look back</source>
        <translation>Počet posledních dnů</translation>
    </message>
    <message>
        <location filename="../app/cli/command_lookup.cpp" line="+78"/>
        <source>no paper that can be reused</source>
        <translation>žádná znovu použitelná listina</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>attention: %1</source>
        <translation>pozor: %1</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>List the stored papers of an owner</source>
        <translation>Vypsat uložené listiny vlastníka</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Personal id or tax code</source>
        <translation>Osobní číslo nebo DIČ</translation>
    </message>
    <message>
        <location filename="../app/cli/command_scan.cpp" line="-3"/>
        <source>Scan a paper into its component</source>
        <translation>Naskenovat listinu do její položky</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>flatbed, feeder or duplex</source>
        <translation>flatbed, feeder nebo duplex</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Resolution</source>
        <translation>Rozlišení</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>colour or gray</source>
        <translation>colour (barevně) nebo gray (šedě)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Number of sheets that were counted</source>
        <translation>Počet spočítaných listů</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan in front of this side</source>
        <translation>Skenovat před tuto stranu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan this side again; the old one is set aside</source>
        <translation>Naskenovat tuto stranu znovu; stará se odloží</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>At a jam or an empty feeder wait for Enter and scan on</source>
        <translation>Při uvíznutí papíru nebo prázdném podavači počkat na Enter a skenovat dál</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Write the scanner&apos;s options and timing to this file, no picture</source>
        <translation>Zapsat do tohoto souboru volby a časy skeneru, žádný obraz</translation>
    </message>
    <message>
        <location filename="../app/cli/command_sign.cpp" line="+132"/>
        <source>signed %1 of %2</source>
        <translation>podepsáno %1 z %2</translation>
    </message>
    <message>
        <location line="-60"/>
        <source>%1: %2 pages signed by %3, %4</source>
        <translation>%1: %2 stran podepsal(a) %3, %4</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1: not reached</source>
        <translation>%1: nedošlo na ni</translation>
    </message>
    <message numerus="yes">
        <location line="+20"/>
        <source>%n copies wait for their time stamp or proof</source>
        <translation>
            <numerusform>%n kopie čeká na časové razítko nebo důkazy</numerusform>
            <numerusform>%n kopie čekají na časové razítko nebo důkazy</numerusform>
            <numerusform>%n kopií čeká na časové razítko nebo důkazy</numerusform>
        </translation>
    </message>
    <message>
        <location line="+63"/>
        <source>Sign every captured copy of a dossier</source>
        <translation>Podepsat všechny naskenované kopie spisu</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../app/cli/command_sign_file.cpp" line="+85"/>
        <location filename="../app/cli/command_token.cpp" line="+120"/>
        <source>Label of the token</source>
        <translation>Název tokenu</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../app/cli/command_sign_file.cpp" line="+2"/>
        <source>SHA-256 of the certificate, when several can sign</source>
        <translation>SHA-256 certifikátu, lze-li podepsat několika</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../app/cli/command_sign_file.cpp" line="+2"/>
        <source>File that holds the PIN; asked for when left out</source>
        <translation>Soubor s PINem; bez uvedení se zeptáme</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>PKCS#12 file of the agency, whose signature follows the clerk&apos;s</source>
        <translation>Soubor PKCS#12 úřadu, jehož podpis následuje po podpisu úředníka</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Label of the agency&apos;s token</source>
        <translation>Název tokenu úřadu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>File that holds the agency&apos;s PIN or password</source>
        <translation>Soubor s PINem nebo heslem úřadu</translation>
    </message>
    <message>
        <location filename="../app/cli/command_store.cpp" line="+34"/>
        <source>Claim the codes, store the copies, tell the department</source>
        <translation>Přidělit kódy, uložit kopie, zpravit odbor</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Send it before all others</source>
        <translation>Odeslat spis přednostně před všemi ostatními</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>handed over: event %1</source>
        <translation>předáno: událost %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>attention: still without a paper: %1; a later hand-over can bring them</source>
        <translation>pozor: ještě chybí listina: %1; může ji přinést pozdější předání</translation>
    </message>
    <message>
        <location filename="../app/cli/command_sync.cpp" line="-76"/>
        <source>%1 hand-overs sent, %2 wait, %3 need a person</source>
        <translation>předání: odesláno %1, čeká %2, zásah člověka vyžaduje %3</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>portal and departments: %1 notices told, %2 wait, %3 need a person</source>
        <translation>portál a odbory: oznámení odesláno %1, čeká %2, zásah člověka vyžaduje %3</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>hand-over %1 of %2</source>
        <translation>předání %1 z %2</translation>
    </message>
    <message numerus="yes">
        <location line="+43"/>
        <source>%n hand-over(s) sent</source>
        <translation>
            <numerusform>odesláno %n předání</numerusform>
            <numerusform>odesláno %n předání</numerusform>
            <numerusform>odesláno %n předání</numerusform>
        </translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1  needs a person: %2 %3</source>
        <translation>%1  vyžaduje zásah člověka: %2 %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1  failed %2 times: %3 %4</source>
        <translation>%1  neúspěšných pokusů %2: %3 %4</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>nothing waits</source>
        <translation>nic nečeká</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Send what waits in the outbox</source>
        <translation>Odeslat, co čeká ve frontě</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Send once and end; the default</source>
        <translation>Odeslat jednou a skončit; výchozí</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep sending until stopped</source>
        <translation>Odesílat až do zastavení</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Show what waits in the outbox</source>
        <translation>Ukázat, co čeká ve frontě</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Let what failed be sent again, also what needs a person</source>
        <translation>Nechat znovu odeslat, co se nezdařilo, i to, co vyžaduje zásah člověka</translation>
    </message>
    <message>
        <location filename="../app/cli/command_token.cpp" line="-104"/>
        <source>locked</source>
        <translation>zamčeno</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>one PIN entry left</source>
        <translation>zbývá jediné zadání PINu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a wrong PIN was entered</source>
        <translation>byl zadán chybný PIN</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the PIN must be changed</source>
        <translation>PIN je třeba změnit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no PIN was ever set</source>
        <translation>PIN nebyl nikdy nastaven</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the PIN is typed on the token</source>
        <translation>PIN se zadává na tokenu</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>no token found</source>
        <translation>žádný token nenalezen</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>no certificate found</source>
        <translation>žádný certifikát nenalezen</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Look at signature tokens</source>
        <translation>Prohlédnout podpisové tokeny</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>List the tokens</source>
        <translation>Vypsat tokeny</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>List the certificates and why one cannot sign</source>
        <translation>Vypsat certifikáty a důvody, proč některým nelze podepsat</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Log in once to see which have their key</source>
        <translation>Jednou se přihlásit a zjistit, které certifikáty mají svůj klíč</translation>
    </message>
    <message>
        <location filename="../app/cli/command_verify.cpp" line="+37"/>
        <source>time stamp of %1 by %2</source>
        <translation>časové razítko z %1, vydal %2</translation>
    </message>
    <message>
        <location line="+76"/>
        <source>Check the signatures of PDF files</source>
        <translation>Ověřit podpisy souborů PDF</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>PDF files</source>
        <translation>Soubory PDF</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Folder of trusted certificates; the station&apos;s when left out</source>
        <translation>Složka důvěryhodných certifikátů; bez uvedení ta ze stanice</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ask authorities whether certificates were withdrawn</source>
        <translation>Zeptat se certifikačních autorit, zda byly certifikáty odvolány</translation>
    </message>
    <message>
        <location filename="../app/cli/demo.cpp" line="+61"/>
        <source>station ready on embedded defaults</source>
        <translation>stanice připravena s výchozím nastavením</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>every signature valid, every object as it was sent, %1 s in all</source>
        <translation>všechny podpisy platné, vše tak, jak bylo odesláno, celkem %1 s</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>dossier opened: %1, %2 components</source>
        <translation>spis založen: %1, %2 položek</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 reused from the repository, not scanned</source>
        <translation>%1 použito z úložiště, neskenováno</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1 shown and given back</source>
        <translation>%1 předloženo a vráceno</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1 documents stored under their codes, department told</source>
        <translation>%1 dokumentů uloženo pod svými kódy, odbor zpraven</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1 scanned and cleaned: %2 sheets, %3 sides, %4 blank</source>
        <translation>%1 naskenováno a vyčištěno: %2 listů, %3 stran, %4 prázdných</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>token unlocked: one PIN for the batch</source>
        <translation>token odemčen: jeden PIN pro celou dávku</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 copies signed and verified</source>
        <translation>%1 kopií podepsáno a ověřeno</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1 confirmed: %2 fields read right, %3 corrected, %4 typed</source>
        <translation>%1 potvrzeno: %2 polí přečteno správně, %3 opraveno, %4 zadáno ručně</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>signatures of %1 copies verified</source>
        <translation>podpisy %1 kopií ověřeny</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>events, manifests and documents in the inbox verified</source>
        <translation>události, soupisy a dokumenty ve schránce ověřeny</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>audit chain of %1 records verified</source>
        <translation>řetěz %1 záznamů ověřen</translation>
    </message>
    <message>
        <location filename="../app/cli/main.cpp" line="+22"/>
        <source>Digitization station: from paper to the electronic repository</source>
        <translation>Digitalizační stanice: z papíru do elektronického úložiště</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Folder of the station&apos;s data</source>
        <translation>Složka dat stanice</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Folder of settings files</source>
        <translation>Složka souborů nastavení</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Language of messages: vi, en or cs</source>
        <translation>Jazyk zpráv: vi, en nebo cs</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>One JSON document on standard output</source>
        <translation>Jeden dokument JSON na standardní výstup</translation>
    </message>
    <message>
        <location filename="../app/cli/pin_entry.cpp" line="+20"/>
        <source>PIN of the token: </source>
        <translation>PIN tokenu: </translation>
    </message>
    <message>
        <location filename="../app/cli/command_side.cpp" line="+59"/>
        <source>auto, or degrees from -45 to 45</source>
        <translation>auto nebo stupně od -45 do 45</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+122"/>
        <source>auto, off, or X,Y,WIDTH,HEIGHT in pixels of the scan</source>
        <translation>auto, off nebo X,Y,ŠÍŘKA,VÝŠKA v pixelech skenu</translation>
    </message>
    <message>
        <location line="-32"/>
        <source>Turn, move, divide, set aside a captured side, choose its clean-up, or call it blank</source>
        <translation>Otočit, přesunout nebo odložit sejmutou stranu, oddělit doklady na ní, zvolit její vyčištění, nebo určit, zda je prázdná</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Id of the side</source>
        <translation>Identifikátor strany</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>yes: no page of the copy; no: it carries content</source>
        <translation>yes: strana nepatří do kopie; no: strana nese obsah</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>yes: set aside; no: take it back in</source>
        <translation>yes: odložit; no: vzít zpět</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Degrees clockwise: 90, 180, 270 or -90</source>
        <translation>Stupně po směru hodinových ručiček: 90, 180, 270 nebo -90</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Component that it goes to, or stays in with --before</source>
        <translation>Položka, do které přejde, nebo s --before ta, ve které zůstane</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This side and all behind it go to this component</source>
        <translation>Tato strana a všechny za ní přejdou do této položky</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What lies apart on it, cards or receipts, becomes sides of its own</source>
        <translation>Z toho, co na ní leží odděleně (průkazy, účtenky), vzniknou samostatné strany</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>auto, or degrees clockwise; 0 leaves it as it is</source>
        <translation>auto nebo stupně po směru hodinových ručiček; 0 ji ponechá, jak je</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>auto; off: it is not turned by quarters</source>
        <translation>auto; off: neotáčí se po 90 stupních</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>auto; off: the paper stays as bright as scanned</source>
        <translation>auto; off: jas papíru zůstane jako ze skeneru</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>With --move-to: in front of this side</source>
        <translation>S --move-to: před tuto stranu</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Take the last edit of a dossier&apos;s sides back</source>
        <translation>Vzít zpět poslední úpravu stran spisu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Do again what was taken back</source>
        <translation>Provést znovu, co bylo vzato zpět</translation>
    </message>
    <message>
        <location filename="../app/cli/command_count.cpp" line="+19"/>
        <source>Say how many sheets a paper has, or why another number is right</source>
        <translation>Uvést, kolik listů listina má, nebo proč je správný jiný počet</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Sheets as counted by hand; 0: not counted</source>
        <translation>Počet listů spočítaných ručně; 0: nespočítáno</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Why the scanned sheets are right all the same</source>
        <translation>Proč jsou naskenované listy přesto správně</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1: %2 sheets counted, %3 scanned</source>
        <translation>%1: %2 listů spočítáno, %3 naskenováno</translation>
    </message>
    <message>
        <location filename="../app/cli/command_separators.cpp" line="+16"/>
        <source>Write the sheets that part papers in a pile, to print</source>
        <translation>Vytvořit k tisku listy, které oddělují listiny ve stohu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Code of the procedure, e.g. 1.002809</source>
        <translation>Kód postupu, např. 1.002809</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../app/cli/command_slip.cpp" line="+50"/>
        <source>PDF to write</source>
        <translation>PDF, které se má zapsat</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 is written; print it on A4</source>
        <translation>Zapsáno: %1; vytiskněte na A4</translation>
    </message>
    <message>
        <location filename="../app/cli/certificate_lines.cpp" line="+15"/>
        <source>usable</source>
        <translation>použitelný</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not usable</source>
        <translation>nepoužitelný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>until %1</source>
        <translation>do %1</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>ends within %n days: ask your authority for a new one now</source>
        <translation>
            <numerusform>platnost skončí do %n dne: hned požádejte svou certifikační autoritu o nový</numerusform>
            <numerusform>platnost skončí do %n dnů: hned požádejte svou certifikační autoritu o nový</numerusform>
            <numerusform>platnost skončí do %n dnů: hned požádejte svou certifikační autoritu o nový</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>its key is too short for the years to come: ask for a longer one</source>
        <translation>jeho klíč je pro příští roky příliš krátký: požádejte o delší</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its authority could not be asked</source>
        <translation>jeho certifikační autority se nepodařilo zeptat</translation>
    </message>
    <message>
        <location filename="../app/cli/command_sign_file.cpp" line="-38"/>
        <source>%1: level %2, signed by %3, %4</source>
        <translation>%1: úroveň %2, podepsal(a) %3, %4</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Sign one PDF that belongs to no dossier</source>
        <translation>Podepsat jedno PDF, které nepatří do žádného spisu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>PDF to sign; it stays as it is</source>
        <translation>PDF k podpisu; zůstane beze změny</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signed PDF</source>
        <translation>Podepsané PDF</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How much proof: B, T, LT or LTA</source>
        <translation>Rozsah důkazů: B, T, LT nebo LTA</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Corner of the visible mark; none when left out</source>
        <translation>Roh pro viditelnou značku; bez uvedení žádná</translation>
    </message>
    <message>
        <location filename="../app/cli/command_upgrade.cpp" line="+20"/>
        <source>proof for %1 of %2</source>
        <translation>důkazy k %1 z %2</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 copies have more proof, %2 have all of it, %3 wait</source>
        <translation>kopie s více důkazy: %1, s úplnými: %2, čekající: %3</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1  %2: has %3, should have %4, next try %5  %6</source>
        <translation>%1  %2: má %3, má mít %4, další pokus %5  %6</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>%1: level %2</source>
        <translation>%1: úroveň %2</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Get time stamps and proof for copies that are already signed</source>
        <translation>Získat časová razítka a důkazy pro již podepsané kopie</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Work once on what is due in the queue</source>
        <translation>Jednou zpracovat, co je ve frontě na řadě</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Also what is not due yet</source>
        <translation>I to, co ještě není na řadě</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Only the copies of this dossier</source>
        <translation>Jen kopie tohoto spisu</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>One signed PDF and where the better one goes</source>
        <translation>Jedno podepsané PDF a kam se zapíše doplněné</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>T, LT or LTA, for --file</source>
        <translation>T, LT nebo LTA, k --file</translation>
    </message>
    <message>
        <location filename="../app/cli/command_fields.cpp" line="+66"/>
        <source>%1: no such kind of paper; known are %2</source>
        <translation>%1: neznámý druh listiny; známé jsou %2</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>kind of paper: %1 (%2 %)</source>
        <translation>druh listiny: %1 (%2 %)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>unknown</source>
        <translation>neznámý</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>Propose the fields of a paper whose sides are images</source>
        <translation>Navrhnout pole listiny, jejíž strany jsou obrázky</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Instead of images: what &quot;ocr --json&quot; wrote</source>
        <translation>Místo obrázků: výstup příkazu „ocr --json“</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Kind of paper; proposed when left out</source>
        <translation>Druh listiny; bez uvedení se navrhne</translation>
    </message>
    <message>
        <location filename="../app/cli/command_ocr.cpp" line="+50"/>
        <source>Read the text of images, without a dossier</source>
        <translation>Přečíst text obrázků, bez spisu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Plain text (default)</source>
        <translation>Prostý text (výchozí)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Words with their places in the image, in Tesseract&apos;s columns</source>
        <translation>Slova s jejich umístěním v obrázku, ve sloupcích programu Tesseract</translation>
    </message>
    <message>
        <location filename="../app/cli/command_backup.cpp" line="+34"/>
        <source>%1 of %2 files</source>
        <translation>%1 z %2 souborů</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1  %2 files, %3 MB  %4</source>
        <translation>%1  souborů %2, %3 MB  %4</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>folder for the backup</source>
        <translation>složka pro zálohu</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>attention: %n signed copies are not on the disk; call IT</source>
        <translation>
            <numerusform>pozor: %n podepsaná kopie není na disku; volejte IT</numerusform>
            <numerusform>pozor: %n podepsané kopie nejsou na disku; volejte IT</numerusform>
            <numerusform>pozor: %n podepsaných kopií není na disku; volejte IT</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>attention: the backup lies on the same disk as the data</source>
        <translation>pozor: záloha je na stejném disku jako data</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>no backup</source>
        <translation>žádná záloha</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>restored: %1</source>
        <translation>obnoveno: %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>what was there before: %1</source>
        <translation>co zde bylo předtím: %1</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n objects will be sent again</source>
        <translation>
            <numerusform>%n objekt se odešle znovu</numerusform>
            <numerusform>%n objekty se odešlou znovu</numerusform>
            <numerusform>%n objektů se odešle znovu</numerusform>
        </translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Copy what only this station has</source>
        <translation>Zálohovat, co má jen tato stanice</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Folder, on another disk; without it that of the settings</source>
        <translation>Složka na jiném disku; bez uvedení ta z nastavení</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show the backups, the newest first</source>
        <translation>Ukázat zálohy od nejnovější</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Folder of backups</source>
        <translation>Složka záloh</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Put a backup in the place of this station&apos;s data</source>
        <translation>Nahradit data této stanice zálohou</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>One backup, or a folder of them</source>
        <translation>Jedna záloha, nebo složka záloh</translation>
    </message>
    <message>
        <location filename="../app/cli/command_export.cpp" line="+101"/>
        <source>copy %1 of %2</source>
        <translation>kopie %1 z %2</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 signed copies: %2</source>
        <translation>podepsaných kopií %1: %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1: left out, no signature covers it</source>
        <translation>%1: vynecháno, nekryje ji žádný podpis</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Write the signed copies of a dossier into a package</source>
        <translation>Zapsat podepsané kopie spisu do balíčku</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Folder for the package</source>
        <translation>Složka pro balíček</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Form: bagit or eark</source>
        <translation>Formát: bagit nebo eark</translation>
    </message>
    <message>
        <location filename="../app/cli/command_recover_key.cpp" line="+32"/>
        <source>the key is back in: %1</source>
        <translation>klíč je zpět, uložen zde: %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Get the lost key of sealed data back with the office&apos;s recovery key</source>
        <translation>Získat zpět ztracený klíč zapečetěných dat pomocí klíče úřadu pro obnovu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Private key of the recovery certificate (PEM)</source>
        <translation>Soukromý klíč certifikátu pro obnovu (PEM)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The private key has a passphrase; ask for it</source>
        <translation>Soukromý klíč má heslo; zeptat se na ně</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Read the passphrase from this file</source>
        <translation>Přečíst heslo z tohoto souboru</translation>
    </message>
    <message>
        <location filename="../app/cli/command_repository.cpp" line="+22"/>
        <source>claims of codes: allowed</source>
        <translation>přidělování kódů: povoleno</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>claims of codes: refused, of two that create one key not exactly one is told so</source>
        <translation>přidělování kódů: nepovoleno, ze dvou, kdo vytvářejí týž klíč, se úspěch neohlásí právě jednomu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>removing copies of this station: allowed</source>
        <translation>mazání kopií na této stanici: povoleno</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>removing copies of this station: refused, bodies that were corrupted on the way are stored</source>
        <translation>mazání kopií na této stanici: nepovoleno, uloží se i obsah cestou poškozený</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>removing copies of this station: refused, other bytes come back than were stored</source>
        <translation>mazání kopií na této stanici: nepovoleno, vracejí se jiné bajty, než byly uloženy</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>advice: keep versions of documents</source>
        <translation>doporučení: uchovávat verze dokumentů</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>advice: lock documents against deletion</source>
        <translation>doporučení: zamknout dokumenty proti smazání</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>attention: its clock differs from this machine&apos;s by %n minute(s)</source>
        <translation>
            <numerusform>pozor: jeho hodiny se od hodin tohoto počítače liší o %n minutu</numerusform>
            <numerusform>pozor: jeho hodiny se od hodin tohoto počítače liší o %n minuty</numerusform>
            <numerusform>pozor: jeho hodiny se od hodin tohoto počítače liší o %n minut</numerusform>
        </translation>
    </message>
    <message>
        <location line="+17"/>
        <source>version %1 of the province&apos;s key: %2</source>
        <translation>klíč provincie, verze %1: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Give this file to every station and department of the province now, on a safe way, for it is secret: one without it cannot read what is written from now on. Older versions stay in it until `repository renew-key` has come to its end on all of them.</source>
        <translation>Předejte nyní tento soubor bezpečnou cestou, protože je tajný, každé stanici a každému odboru provincie: kdo jej nemá, nepřečte, co se od této chvíle zapíše. Starší verze v něm zůstávají, dokud příkaz `repository renew-key` nedoběhne na všech.</translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>%n dossiers</source>
        <translation>
            <numerusform>%n spis</numerusform>
            <numerusform>%n spisy</numerusform>
            <numerusform>%n spisů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n objects written under the newest key; all dossiers of this station are done</source>
        <translation>
            <numerusform>%n objekt zapsán pod nejnovějším klíčem; všechny spisy této stanice jsou hotovy</numerusform>
            <numerusform>%n objekty zapsány pod nejnovějším klíčem; všechny spisy této stanice jsou hotovy</numerusform>
            <numerusform>%n objektů zapsáno pod nejnovějším klíčem; všechny spisy této stanice jsou hotovy</numerusform>
        </translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The province&apos;s repository</source>
        <translation>Úložiště provincie</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Try what the repository does, and say what follows</source>
        <translation>Vyzkoušet, co úložiště umí, a uvést, co z toho plyne</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Take the repository folder that is mounted there now from now on</source>
        <translation>Od této chvíle použít složku úložiště, která je tam nyní připojena</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Make a further version of the province&apos;s key</source>
        <translation>Vytvořit další verzi klíče provincie</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Into this file; the station&apos;s own stays as it is</source>
        <translation>Do tohoto souboru; vlastní soubor stanice zůstane beze změny</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Write what this station stored under older keys under the newest one, too</source>
        <translation>Co tato stanice uložila pod staršími klíči, zapsat i pod nejnovějším</translation>
    </message>
    <message>
        <location filename="../app/cli/command_self_test.cpp" line="+20"/>
        <source>fine       %1</source>
        <translation>v pořádku  %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>ATTENTION  %1</source>
        <translation>POZOR      %1</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>disk is encrypted (%1)</source>
        <translation>disk je šifrovaný (%1)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>disk is not encrypted (%1): pictures of papers at work can be read by whoever gets it</source>
        <translation>disk není šifrovaný (%1): obrazy rozpracovaných listin přečte každý, kdo jej získá</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>disk encryption: nothing is known of it (%1)</source>
        <translation>šifrování disku: nic o něm není známo (%1)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>no data yet</source>
        <translation>zatím žádná data</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>data is not sealed: the settings say so (storage.sealing)</source>
        <translation>data nejsou zapečetěna: určuje to nastavení (storage.sealing)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>data is not sealed yet: start the program once</source>
        <translation>data ještě nejsou zapečetěna: jednou spusťte program</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>data is sealed and the key is not to be had: %1</source>
        <translation>data jsou zapečetěna a klíč není dostupný: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>data is sealed; the key lies in: %1</source>
        <translation>data jsou zapečetěna; klíč je uložen zde: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>traces of unsealed data are left: close all programs and start one again, with room for the database a second time</source>
        <translation>zůstaly stopy nezapečetěných dat: ukončete všechny programy a jeden znovu spusťte; na disku musí být místo ještě pro druhou databázi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the office&apos;s recovery certificate opens the key</source>
        <translation>klíč lze otevřít certifikátem úřadu pro obnovu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the key is not wrapped for the recovery certificate</source>
        <translation>klíč není zašifrován pro certifikát pro obnovu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no recovery certificate: when the key is lost the data is, too (storage.recovery_certificate_file)</source>
        <translation>chybí certifikát pro obnovu: se ztrátou klíče se ztratí i data (storage.recovery_certificate_file)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>files are open to their owner only</source>
        <translation>soubory jsou přístupné jen svému vlastníkovi</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 files are open to others: %2</source>
        <translation>souborů přístupných i jiným %1: %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>no backup is made (backup.folder)</source>
        <translation>zálohy se nevytvářejí (backup.folder)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>none</source>
        <translation>žádná</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>newest backup: %1</source>
        <translation>nejnovější záloha: %1</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Tell how well the station&apos;s data is kept</source>
        <translation>Zjistit, jak dobře jsou data stanice chráněna</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 MB free, %2 MB are kept free</source>
        <translation>volno %1 MB, jako rezerva se drží %2 MB</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>the clock is set by the network</source>
        <translation>hodiny se seřizují podle sítě</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nothing sets the clock</source>
        <translation>hodiny nic neseřizuje</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n objects of the repository are lost: `audit sample` names them</source>
        <translation>
            <numerusform>úložiště ztratilo %n objekt: vypíše jej příkaz `audit sample`</numerusform>
            <numerusform>úložiště ztratilo %n objekty: vypíše je příkaz `audit sample`</numerusform>
            <numerusform>úložiště ztratilo %n objektů: vypíše je příkaz `audit sample`</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_purge.cpp" line="+5"/>
        <source>%n copies would lie in the repository alone; %1 files, %2 MB would be removed from this station</source>
        <translation>
            <numerusform>%n kopie by zůstala jen v úložišti; z této stanice by se odstranilo souborů %1, %2 MB</numerusform>
            <numerusform>%n kopie by zůstaly jen v úložišti; z této stanice by se odstranilo souborů %1, %2 MB</numerusform>
            <numerusform>%n kopií by zůstalo jen v úložišti; z této stanice by se odstranilo souborů %1, %2 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n copies lie in the repository alone now; %1 files, %2 MB removed from this station</source>
        <translation>
            <numerusform>%n kopie je nyní jen v úložišti; z této stanice odstraněno souborů %1, %2 MB</numerusform>
            <numerusform>%n kopie jsou nyní jen v úložišti; z této stanice odstraněno souborů %1, %2 MB</numerusform>
            <numerusform>%n kopií je nyní jen v úložišti; z této stanice odstraněno souborů %1, %2 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>pictures of %n pages, %1 MB, would be removed with them</source>
        <translation>
            <numerusform>obraz %n strany, %1 MB, by se odstranil s nimi</numerusform>
            <numerusform>obrazy %n stran, %1 MB, by se odstranily s nimi</numerusform>
            <numerusform>obrazy %n stran, %1 MB, by se odstranily s nimi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>pictures of %n pages, %1 MB, removed with them</source>
        <translation>
            <numerusform>obraz %n strany, %1 MB, odstraněn s nimi</numerusform>
            <numerusform>obrazy %n stran, %1 MB, odstraněny s nimi</numerusform>
            <numerusform>obrazy %n stran, %1 MB, odstraněny s nimi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%n copies fetched back</source>
        <translation>
            <numerusform>%n kopie získána zpět</numerusform>
            <numerusform>%n kopie získány zpět</numerusform>
            <numerusform>%n kopií získáno zpět</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>every copy lies on this station already</source>
        <translation>všechny kopie už na této stanici jsou</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Remove copies from this station that the repository has for certain</source>
        <translation>Odstranit z této stanice kopie, které úložiště zaručeně má</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Only say what would go</source>
        <translation>Jen uvést, co by se odstranilo</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Fetch copies back that lie in the repository alone</source>
        <translation>Získat zpět kopie, které jsou jen v úložišti</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only this paper</source>
        <translation>Jen tato listina</translation>
    </message>
    <message>
        <location filename="../app/cli/lost_lines.cpp" line="+19"/>
        <source>manifest</source>
        <translation>soupis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>LOST: dossier %1, %2 is not in the repository any more (%3)</source>
        <translation>ZTRACENO: spis %1, %2 už není v úložišti (%3)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>LOST: dossier %1, %2 in the repository is not what was sent (%3)</source>
        <translation>ZTRACENO: spis %1, %2 v úložišti není to, co bylo odesláno (%3)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Nothing is removed from this station until that is right again. Tell who runs the repository: an older version or a backup has to be put back.</source>
        <translation>Dokud se to nenapraví, nic se z této stanice neodstraní. Sdělte to provozovateli úložiště: je třeba vrátit starší verzi nebo zálohu.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>This station still has its own copy: once the place is free there, `audit sample --send-again` stores it again.</source>
        <translation>Tato stanice má stále svou kopii: jakmile tam bude místo volné, příkaz `audit sample --send-again` ji uloží znovu.</translation>
    </message>
    <message>
        <location filename="../app/cli/notice_lines.cpp" line="+11"/>
        <source>the department&apos;s system</source>
        <translation>systém odboru</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the portal</source>
        <translation>portál</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1  %2 is still to be told</source>
        <translation>%1  %2: oznámení ještě neodesláno</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1  %2 is still to be told and needs a person: %3</source>
        <translation>%1  %2: oznámení ještě neodesláno, vyžaduje zásah člověka: %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1  %2 is still to be told: %3</source>
        <translation>%1  %2: oznámení ještě neodesláno: %3</translation>
    </message>
    <message>
        <location filename="../app/cli/command_hold.cpp" line="+26"/>
        <source>The dossier is put aside</source>
        <translation>Spis je odložen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The dossier goes on</source>
        <translation>Práce na spisu pokračuje</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Go on with a dossier that was put aside</source>
        <translation>Pokračovat v odloženém spisu</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Put a dossier aside until somebody goes on with it</source>
        <translation>Odložit spis, dokud v něm někdo nebude pokračovat</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What it waits for</source>
        <translation>Na co spis čeká</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A colleague at this station who is to go on</source>
        <translation>Kolega u této stanice, který má pokračovat</translation>
    </message>
    <message>
        <location filename="../app/cli/command_slip.cpp" line="-22"/>
        <source>%1 is written</source>
        <translation>Zapsáno: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The due time is open on it: the processing time of the procedure or the calendar of the year is not known</source>
        <translation>Termín na něm zůstává prázdný: není známa lhůta vyřízení postupu nebo kalendář roku</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Due: %1</source>
        <translation>Termín: %1</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Write a dossier&apos;s receipt and appointment slip, to print</source>
        <translation>Vytvořit k tisku potvrzení o přijetí spisu s termínem vyzvednutí</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>On A5 instead of A4</source>
        <translation>Na A5 místo A4</translation>
    </message>
</context>
<context>
    <name>ErrorSubject</name>
    <message>
        <location filename="../app/errors/error_text.cpp" line="+456"/>
        <source>agency id: H62.16 or 000.00.16.H62 expected</source>
        <translation>identifikátor úřadu: očekává se H62.16 nebo 000.00.16.H62</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>agency id: has no old form</source>
        <translation>identifikátor úřadu: nemá starý tvar</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>digitization code: longer than 200 characters</source>
        <translation>kód digitalizace: delší než 200 znaků</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>digitization code: only A-Z, 0-9 and . _ / - are allowed</source>
        <translation>kód digitalizace: povoleno je jen A-Z, 0-9 a . _ / -</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dossier code: agency id, date and number joined by &apos;-&apos; expected</source>
        <translation>kód spisu: očekává se identifikátor úřadu, datum a číslo spojené &apos;-&apos;</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>dossier code: the agency id before the first &apos;-&apos; is wrong</source>
        <translation>kód spisu: identifikátor úřadu před prvním &apos;-&apos; je chybný</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dossier code: the date is not a real day as yymmdd</source>
        <translation>kód spisu: datum není skutečný den ve tvaru rrmmdd</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dossier code: the number at the end has four or five digits</source>
        <translation>kód spisu: číslo na konci má čtyři nebo pět číslic</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>paper: the code names the kind of paper after the owner</source>
        <translation>listina: kód uvádí za vlastníkem druh listiny</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>personal id: 12 digits expected</source>
        <translation>osobní číslo: očekává se 12 číslic</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>procedure code: one digit, a dot and six digits expected</source>
        <translation>kód postupu: očekává se číslice, tečka a šest číslic</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tax code: 10 digits, 10 and a branch of 3, or 12 digits expected</source>
        <translation>DIČ: očekává se 10 číslic, 10 a pobočka o 3, nebo 12 číslic</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tax code: branches count from 001</source>
        <translation>DIČ: pobočky se číslují od 001</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tax code: digits 3 to 9 are all zero</source>
        <translation>DIČ: číslice 3 až 9 jsou samé nuly</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tax code: the check digit disagrees</source>
        <translation>DIČ: kontrolní číslice nesouhlasí</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hand scanner: letters were lost</source>
        <translation>ruční čtečka: ztratila se písmena</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hand scanner: the marks of letters were lost</source>
        <translation>ruční čtečka: ztratila se diakritika</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hand scanner: an input method was switched on</source>
        <translation>ruční čtečka: byla zapnuta vstupní metoda</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hand scanner: letters were read in the wrong code page</source>
        <translation>ruční čtečka: písmena přečtena v chybné kódové stránce</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>side: nothing lies apart on it</source>
        <translation>strana: nic na ní neleží odděleně</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no identity card</source>
        <translation>není to průkaz totožnosti</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>blank sides only</source>
        <translation>jen prázdné strany</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>owner name</source>
        <translation>jméno vlastníka</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>document_number</source>
        <translation>číslo a značka</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>document_date</source>
        <translation>datum vydání</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>issuing_agency</source>
        <translation>vydávající úřad</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>subject</source>
        <translation>předmět</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>signer</source>
        <translation>podepsal</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>owner_name</source>
        <translation>jméno a příjmení</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>birth_date</source>
        <translation>datum narození</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>personal_id</source>
        <translation>osobní identifikační číslo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>expiry_date</source>
        <translation>platí do</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <location line="-477"/>
        <source>This entry does not have the right form</source>
        <translation>Tento údaj nemá správný tvar</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The check digit of this number does not fit</source>
        <translation>Kontrolní číslice tohoto čísla nesouhlasí</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The catalogue has no such procedure today</source>
        <translation>V dnes platném katalogu takový postup není</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This station has no such dossier</source>
        <translation>Tato stanice takový spis nemá</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The procedure asks for no such paper</source>
        <translation>Postup takovou listinu nevyžaduje</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This dossier code is already in use on this station</source>
        <translation>Tento kód spisu už na stanici existuje</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The decision for this paper does not allow this step</source>
        <translation>Rozhodnutí o této listině tento krok nedovoluje</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>An earlier step is still missing</source>
        <translation>Chybí některý předchozí krok</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No paper is waiting for this step</source>
        <translation>Na tento krok nečeká žádná listina</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A required field is empty or not confirmed</source>
        <translation>Povinné pole je prázdné nebo nepotvrzené</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The scanned sheets do not fit the counted ones</source>
        <translation>Naskenované listy neodpovídají spočítaným</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A page of this paper was not looked at</source>
        <translation>Některá strana této listiny nebyla prohlédnuta</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The repository holds no valid copy to reuse</source>
        <translation>Úložiště nemá platnou kopii k opětovnému použití</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The stored copy may no longer be reused: its last day has passed</source>
        <extracomment>Before it stands the paper and its last day of validity.</extracomment>
        <translation>Uloženou kopii už nelze znovu použít: její platnost skončila</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>A newer copy has taken the place of this stored copy</source>
        <extracomment>Before it stands the paper and the code of the newer copy.</extracomment>
        <translation>Tuto uloženou kopii nahradila novější</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The stored copy was withdrawn by the office that stored it</source>
        <translation>Uloženou kopii stáhl úřad, který ji uložil</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The pages of this paper are no longer on this station</source>
        <translation>Strany této listiny už na stanici nejsou</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file does not exist or may not be read</source>
        <translation>Soubor neexistuje nebo jej nelze číst</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file is empty</source>
        <translation>Soubor je prázdný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file is damaged or is not what its name says</source>
        <translation>Soubor je poškozený nebo není tím, co říká jeho název</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file is larger than any paper can be</source>
        <translation>Soubor je větší, než může být jakákoli listina</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The picture is too small to be a paper</source>
        <translation>Obraz je na listinu příliš malý</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file is locked with a password</source>
        <translation>Soubor je chráněný heslem</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Vietnamese letters were lost in what the reader sent</source>
        <translation>V údajích ze čtečky se ztratila vietnamská písmena</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The picture is too coarse for the rules</source>
        <translation>Obraz má menší rozlišení, než předpis žádá</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file was signed, and it was changed after that</source>
        <translation>Soubor byl podepsán a poté změněn</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The scanner does not answer</source>
        <translation>Skener neodpovídá</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Another program is using the scanner</source>
        <translation>Skener používá jiný program</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner was disconnected while it was scanning</source>
        <translation>Skener se při skenování odpojil</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The scanner reports a fault of its own</source>
        <translation>Skener hlásí vlastní závadu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner stopped moving and was halted</source>
        <translation>Skener se přestal pohybovat a byl zastaven</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No paper is in the feeder</source>
        <translation>V podavači není papír</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The paper is jammed</source>
        <translation>Papír uvízl</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Two sheets went in together</source>
        <translation>Prošly dva listy najednou</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The cover of the scanner is open</source>
        <translation>Kryt skeneru je otevřený</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No signing token was found</source>
        <translation>Podpisový token nebyl nalezen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Several tokens or certificates could sign</source>
        <translation>Podepsat lze několika tokeny nebo certifikáty</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The token was pulled out, or it has lost its login</source>
        <translation>Token byl vytažen, nebo ztratil přihlášení</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The token does not answer or reports a fault</source>
        <translation>Token neodpovídá nebo hlásí závadu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The PIN is wrong</source>
        <translation>PIN je chybný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The PIN is locked</source>
        <translation>PIN je zablokovaný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A PIN of this form is not possible</source>
        <translation>PIN v tomto tvaru není možný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The token wants a new PIN before it signs</source>
        <translation>Token před podepsáním vyžaduje nový PIN</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate on the token cannot be used for signing</source>
        <translation>Certifikát na tokenu nelze použít k podpisu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This certificate was withdrawn by its authority</source>
        <translation>Tento certifikát odvolala jeho certifikační autorita</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature failed its own check and was thrown away</source>
        <translation>Podpis neprošel vlastní kontrolou a byl zahozen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A letter in the mark is missing from the font</source>
        <translation>V písmu chybí některé písmeno značky</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Page 1 has no free place for the mark</source>
        <translation>Na straně 1 není volné místo pro značku</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The clock of this station is more than 5 minutes wrong</source>
        <translation>Hodiny této stanice jdou špatně o více než 5 minut</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The time stamp that this paper needs is still missing</source>
        <translation>Časové razítko, které tato listina potřebuje, ještě chybí</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The service does not answer</source>
        <translation>Služba neodpovídá</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The proxy does not let this station through</source>
        <translation>Proxy server tuto stanici nepouští dál</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No time-stamp authority is set up at this station</source>
        <translation>Na této stanici není nastavena žádná autorita časových razítek</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The service refuses to answer this station now</source>
        <translation>Služba této stanici nyní odmítá odpovědět</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The service&apos;s answer cannot be trusted</source>
        <translation>Odpovědi služby nelze důvěřovat</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The disk of this station is full</source>
        <translation>Disk stanice je plný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The disk of this station is nearly full</source>
        <translation>Disk stanice je téměř plný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The disk or the database of this station reports a fault</source>
        <translation>Disk nebo databáze stanice hlásí závadu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The data was written by a newer version of this program</source>
        <translation>Data zapsala novější verze programu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Another program works with the data of this station</source>
        <translation>S daty této stanice pracuje jiný program</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The key that opens the data of this station is not at hand</source>
        <translation>Klíč, který otevírá data této stanice, není k dispozici</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The repository does not accept the login of this station</source>
        <translation>Úložiště nepřijímá přihlášení této stanice</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The repository has no room left</source>
        <translation>V úložišti už není místo</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This repository cannot guarantee what is required of it</source>
        <translation>Toto úložiště nemůže zaručit, co se od něj vyžaduje</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The network asks for a login first</source>
        <translation>Síť nejprve vyžaduje přihlášení</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The repository does not answer</source>
        <translation>Úložiště neodpovídá</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The repository gave back something else than was written</source>
        <translation>Úložiště vrátilo něco jiného, než bylo zapsáno</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The repository already holds something else in this place</source>
        <translation>Úložiště má na tomto místě už něco jiného</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The record of actions does not fit together</source>
        <translation>Záznam úkonů na sebe nenavazuje</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The portal does not take the record of this dossier</source>
        <translation>Portál nepřijímá záznam tohoto spisu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The portal or the department&apos;s system does not accept the login of this station</source>
        <translation>Portál nebo systém odboru nepřijímá přihlášení této stanice</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Something lies there already, and nothing is written over it</source>
        <translation>Na tom místě už něco je a nic se nepřepisuje</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No place for this was named or is set up at this station</source>
        <translation>Místo pro to nebylo uvedeno ani není na stanici nastaveno</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A settings file is wrong</source>
        <translation>Soubor nastavení je chybný</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A helper program stopped and was started again</source>
        <translation>Pomocný program skončil a byl znovu spuštěn</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A helper program took too long</source>
        <translation>Pomocnému programu to trvalo příliš dlouho</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stopped</source>
        <translation>Zastaveno</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The program made a mistake</source>
        <translation>Program udělal chybu</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Correct it and try again.</source>
        <translation>Opravte jej a zkuste to znovu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compare the number with the paper and correct the wrong digit.</source>
        <translation>Porovnejte číslo s listinou a opravte chybnou číslici.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Choose a procedure from the list.</source>
        <translation>Vyberte postup ze seznamu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check the code, or open a new dossier.</source>
        <translation>Zkontrolujte kód, nebo založte nový spis.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose a paper from the checklist.</source>
        <translation>Vyberte listinu ze seznamu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the dossier by its code instead.</source>
        <translation>Otevřete spis podle jeho kódu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Change the decision first if it is wrong.</source>
        <translation>Je-li rozhodnutí chybné, nejprve je změňte.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The order is fixed by law: scan, sign, extract, code, store. Do the earlier step first.</source>
        <translation>Pořadí určuje zákon: skenovat, podepsat, vytěžit, přidělit kód, uložit. Nejprve proveďte předchozí krok.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Go on with the next step.</source>
        <translation>Pokračujte dalším krokem.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fill it in from the paper and confirm it.</source>
        <translation>Vyplňte je podle listiny a potvrďte.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Count the sheets again. Scan what is missing, or say why it is right.</source>
        <translation>Spočítejte listy znovu. Doskenujte, co chybí, nebo uveďte, proč je to správně.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Look at every page, then sign.</source>
        <translation>Prohlédněte každou stranu, pak podepište.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan the paper instead.</source>
        <translation>Listinu naskenujte.</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+4"/>
        <source>Scan the paper, or reuse another copy.</source>
        <translation>Naskenujte listinu, nebo znovu použijte jinou kopii.</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Reuse the newer copy.</source>
        <translation>Znovu použijte novější kopii.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its signed copy is in the repository and can be fetched from there.</source>
        <translation>Její podepsaná kopie je v úložišti a lze ji z něj získat.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Check the name and the access rights of the file.</source>
        <translation>Zkontrolujte název souboru a přístupová práva.</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+3"/>
        <source>Ask for the file again, or scan the paper.</source>
        <translation>Vyžádejte si soubor znovu, nebo naskenujte listinu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan the paper, or ask for a smaller file.</source>
        <translation>Naskenujte listinu, nebo si vyžádejte menší soubor.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Ask for the whole picture, or scan the paper.</source>
        <translation>Vyžádejte si celý obraz, nebo naskenujte listinu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Ask for the file without a password, or scan the paper.</source>
        <translation>Vyžádejte si soubor bez hesla, nebo naskenujte listinu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan the card on the scanner instead, or type what it says.</source>
        <translation>Naskenujte místo toho průkaz skenerem, nebo údaje z něj zadejte ručně.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan it again with at least 200 dpi, better 300.</source>
        <translation>Naskenujte jej znovu nejméně v 200 dpi, lépe v 300.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Do not accept it: ask its sender for the original file.</source>
        <translation>Nepřijímejte jej: vyžádejte si od odesílatele původní soubor.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Check that it is switched on and plugged in, then scan again.</source>
        <translation>Zkontrolujte, že je zapnutý a připojený, a skenujte znovu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Close the other program, then scan again.</source>
        <translation>Ukončete druhý program a skenujte znovu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Plug it in again. The pages on the screen are safe; go on from the next sheet.</source>
        <translation>Znovu jej připojte. Strany na obrazovce jsou uloženy; pokračujte dalším listem.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Switch it off and on again. If it happens again, call IT.</source>
        <translation>Vypněte jej a znovu zapněte. Při opakování volejte IT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Take out the sheet that is inside, put it back and scan on.</source>
        <translation>Vyjměte list, který je uvnitř, vložte jej zpět a skenujte dál.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Put the sheets in and scan again, or use the flatbed.</source>
        <translation>Vložte listy a skenujte znovu, nebo použijte sklo.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Free the paper, put that sheet back and scan on. The sheets before it are safe.</source>
        <translation>Uvolněte papír, vložte list zpět a skenujte dál. Předchozí listy jsou uloženy.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Part the two sheets, put both back and scan on. The sheets before them are safe.</source>
        <translation>Oddělte oba listy od sebe, vraťte je a skenujte dál. Předchozí listy jsou uloženy.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Close the cover and scan again.</source>
        <translation>Zavřete kryt a skenujte znovu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Plug in your token and sign again.</source>
        <translation>Připojte svůj token a podepište znovu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose yours, or pull out the tokens that you do not use.</source>
        <translation>Vyberte svůj, nebo vytáhněte tokeny, které nepoužíváte.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Plug it in and sign again. Copies that are signed stay signed.</source>
        <translation>Připojte jej a podepište znovu. Podepsané kopie zůstávají podepsané.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Pull it out, plug it in again and repeat. If it happens again, call IT.</source>
        <translation>Vytáhněte jej, znovu připojte a opakujte. Při opakování volejte IT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Type it again with care: the token locks after a few wrong tries.</source>
        <translation>Zadejte jej znovu a pečlivě: po několika chybách se token zamkne.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only the issuer of the token can unlock it. Use another token meanwhile.</source>
        <translation>Odblokovat jej může jen vydavatel tokenu. Zatím použijte jiný token.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Check its length and type it again. The token was not asked.</source>
        <translation>Zkontrolujte jeho délku a zadejte jej znovu. Tokenu se nikdo neptal.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Change the PIN with the tool of the token&apos;s maker, then sign.</source>
        <translation>Změňte PIN nástrojem výrobce tokenu, pak podepište.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is expired or meant for something else. Use another token, or have it renewed.</source>
        <translation>Vypršel, nebo je určen k něčemu jinému. Použijte jiný token, nebo jej nechte obnovit.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Do not sign with it. Ask your authority for a new one.</source>
        <translation>Nepodepisujte jím. Požádejte svou certifikační autoritu o nový.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sign again. If it happens again, call IT.</source>
        <translation>Podepište znovu. Při opakování volejte IT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tell IT which name is in the mark; the paper stays unsigned.</source>
        <translation>Sdělte IT, které jméno je ve značce; listina zůstává nepodepsaná.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan the paper with a margin at the top; the paper stays unsigned.</source>
        <translation>Naskenujte listinu s horním okrajem; listina zůstává nepodepsaná.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to set the clock; a wrong time of copying cannot be corrected later.</source>
        <translation>Požádejte IT o seřízení hodin; chybný čas pořízení kopie už později nelze opravit.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nothing to do: it is fetched as soon as the authority answers. Store the dossier then.</source>
        <translation>Není třeba nic dělat: získá se, jakmile autorita odpoví. Spis uložte až potom.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nothing is lost; it is tried again. If it lasts, IT checks the network.</source>
        <translation>Nic se neztratilo; pokus se zopakuje. Potrvá-li to, zkontroluje IT síť.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT: the proxy&apos;s login or its rules are wrong.</source>
        <translation>Volejte IT: přihlášení k proxy serveru nebo jeho pravidla jsou chybná.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>IT adds one to the settings. The signature itself is good.</source>
        <translation>IT ji doplní do nastavení. Samotný podpis je v pořádku.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nothing is lost; it is tried again later. If it lasts, IT asks the authority.</source>
        <translation>Nic se neztratilo; pokus se zopakuje později. Potrvá-li to, zeptá se IT autority.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It was not used. IT checks the address and what stands between.</source>
        <translation>Nebyla použita. IT zkontroluje adresu a vše, co je po cestě k ní.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to make room. What is on the screen is safe.</source>
        <translation>Požádejte IT o uvolnění místa. Co je na obrazovce, je uloženo.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No more paper is taken in; all pages so far are safe. Call IT.</source>
        <translation>Další papír se nepřijímá; všechny dosavadní strany jsou uloženy. Volejte IT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Stop scanning and call IT.</source>
        <translation>Přestaňte skenovat a volejte IT.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Have the program updated by IT.</source>
        <translation>Požádejte IT o aktualizaci programu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Close the other program, then try again.</source>
        <translation>Ukončete druhý program a zkuste to znovu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Unlock the keyring of this account, or call IT to restore the key.</source>
        <translation>Odemkněte klíčenku tohoto účtu, nebo požádejte IT o obnovení klíče.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to check login and certificate. The work is queued here.</source>
        <translation>Požádejte IT o kontrolu přihlášení a certifikátu. Práce čeká ve frontě stanice.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to make room there. The work is queued here and is not lost.</source>
        <translation>Požádejte IT o uvolnění místa v úložišti. Práce čeká ve frontě stanice a neztratí se.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to choose another repository.</source>
        <translation>Požádejte IT o volbu jiného úložiště.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the network&apos;s login page, or call IT. The work is queued here.</source>
        <translation>Otevřete přihlašovací stránku sítě, nebo volejte IT. Práce čeká ve frontě stanice.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The work is queued here and will be sent by itself.</source>
        <translation>Práce čeká ve frontě stanice a odešle se sama.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT. The copy on this station is kept.</source>
        <translation>Volejte IT. Kopie na stanici zůstává.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Compare both, then choose another code or ask the supervisor.</source>
        <translation>Porovnejte obojí a zvolte jiný kód, nebo se zeptejte vedoucího.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT and the supervisor; do not delete anything.</source>
        <translation>Volejte IT a vedoucího; nic nemažte.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The department has the dossier. Have put right what the portal names, then try again.</source>
        <translation>Odbor spis má. Nechte napravit, co portál uvádí, a zkuste to znovu.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The department has the dossier. Call IT to check login and right, then try again.</source>
        <translation>Odbor spis má. Požádejte IT o kontrolu přihlášení a oprávnění a zkuste to znovu.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Choose another folder, or move away what lies there.</source>
        <translation>Zvolte jinou složku, nebo přesuňte jinam, co tam je.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name a folder, or have IT add it to the settings.</source>
        <translation>Uveďte složku, nebo požádejte IT o její doplnění do nastavení.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Have IT correct it.</source>
        <translation>Požádejte IT o opravu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+3"/>
        <source>Repeat the last step. If it happens again, call IT.</source>
        <translation>Zopakujte poslední krok. Při opakování volejte IT.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>We are sorry. Repeat the last step; if it happens again, call IT.</source>
        <translation>Omlouváme se. Zopakujte poslední krok; při opakování volejte IT.</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>Sheet %1</source>
        <extracomment>A sheet of paper, counted in the paper that is scanned.</extracomment>
        <translation>List %1</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>%1: %2</source>
        <extracomment>%1 is the paper, file, sheet or part; %2 says what happened to it.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message>
        <location filename="../app/errors/finding_text.cpp" line="+13"/>
        <source>The signature contradicts itself about how it was made.</source>
        <translation>Podpis si odporuje v tom, jak byl vytvořen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It rests on an algorithm that will soon no longer be good enough.</source>
        <translation>Opírá se o algoritmus, který brzy přestane vyhovovat.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Notes were added after the signature; the signer has allowed that.</source>
        <translation>Po podpisu byly přidány poznámky; podepisující osoba to dovolila.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature does not cover the document as it must.</source>
        <translation>Podpis nepokrývá dokument tak, jak musí.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Something stands behind the end of the document that no signature covers.</source>
        <translation>Za koncem dokumentu je něco, co žádný podpis nepokrývá.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The certificate has ended, and no time stamp proves that the signature is older.</source>
        <translation>Platnost certifikátu skončila a žádné časové razítko nedokládá, že je podpis starší.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file does not hold the signer&apos;s certificate.</source>
        <translation>Soubor neobsahuje certifikát podepisující osoby.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The certificate was not valid when the document says it was signed.</source>
        <translation>Certifikát neplatil v době, kterou dokument uvádí jako čas podpisu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate is not valid yet; perhaps this station&apos;s clock is wrong.</source>
        <translation>Certifikát ještě neplatí; možná jdou špatně hodiny této stanice.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The document was changed after this signature.</source>
        <translation>Dokument byl po tomto podpisu změněn.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signer claims a time that is later than the time stamp proves.</source>
        <translation>Podepisující osoba uvádí pozdější čas, než jaký dokládá časové razítko.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature is about other content than this document.</source>
        <translation>Podpis se týká jiného obsahu než tohoto dokumentu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Something is hidden behind the signature.</source>
        <translation>Za podpisem je něco skryto.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature is damaged.</source>
        <translation>Podpis je poškozený.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature is about another kind of content.</source>
        <translation>Podpis se týká jiného druhu obsahu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature is not complete.</source>
        <translation>Podpis je neúplný.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The document is not the one that was signed.</source>
        <translation>Dokument není ten, který byl podepsán.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The document was changed although its signer has forbidden every change.</source>
        <translation>Dokument byl změněn, ačkoli podepisující osoba zakázala jakoukoli změnu.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Two signature fields have the same name; viewers may show different ones.</source>
        <translation>Dvě podpisová pole mají stejný název; prohlížeče mohou ukázat každý jiné.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Form fields were filled in after the signature.</source>
        <translation>Po podpisu byla vyplněna pole formuláře.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This kind of signature cannot be checked here.</source>
        <translation>Tento druh podpisu zde nelze ověřit.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Something is hidden where the signature stands.</source>
        <translation>V místě podpisu je něco skryto.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The authority&apos;s certificate was not valid at that time.</source>
        <translation>Certifikát certifikační autority v té době neplatil.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate was not issued for signatures.</source>
        <translation>Certifikát nebyl vydán k podepisování.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A later signature in the document is not valid.</source>
        <translation>Některý pozdější podpis v dokumentu je neplatný.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A field was changed that the signer has locked.</source>
        <translation>Bylo změněno pole, které podepisující osoba uzamkla.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The description of the document was changed after the signature; the pages were not.</source>
        <translation>Po podpisu byl změněn popis dokumentu; strany změněny nebyly.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature does not say what it is about.</source>
        <translation>Podpis neuvádí, čeho se týká.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The document is not signed.</source>
        <translation>Dokument není podepsaný.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature lacks what it must hold.</source>
        <translation>V podpisu chybí, co musí obsahovat.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature does not say when it was made.</source>
        <translation>Podpis neuvádí, kdy byl vytvořen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This station knows no authority that it could trust; IT adds them.</source>
        <translation>Tato stanice nezná žádnou certifikační autoritu, které by mohla důvěřovat; doplní je IT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is an older kind of signature than the rules ask for.</source>
        <translation>Je to starší druh podpisu, než předpis žádá.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What the signer allows cannot be read.</source>
        <translation>Nelze přečíst, co podepisující osoba dovoluje.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing shows whether the certificate was withdrawn; ask again with a network.</source>
        <translation>Není doloženo, zda byl certifikát odvolán; ověřte znovu s připojením k síti.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The certificate was withdrawn before the signature, or nothing proves that it was made earlier.</source>
        <translation>Certifikát byl odvolán před podpisem, nebo nic nedokládá, že podpis vznikl dříve.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate was withdrawn later; a time stamp proves that the signature is older.</source>
        <translation>Certifikát byl odvolán později; časové razítko dokládá, že je podpis starší.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>One signature is shown in two places.</source>
        <translation>Jeden podpis se ukazuje na dvou místech.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature was replaced by another one.</source>
        <translation>Podpis byl nahrazen jiným.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file holds a signature that no field shows.</source>
        <translation>Soubor obsahuje podpis, který žádné pole neukazuje.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature is wrong: it was not made with this certificate&apos;s key.</source>
        <translation>Podpis je chybný: nebyl vytvořen klíčem tohoto certifikátu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The document says it was signed in the future; one of the clocks is wrong.</source>
        <translation>Dokument uvádí čas podpisu v budoucnosti; některé z hodin jdou špatně.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The signature has none or several signers.</source>
        <translation>Podpis nemá žádnou podepisující osobu, nebo jich má několik.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature names another certificate than the one it carries.</source>
        <translation>Podpis uvádí jiný certifikát, než jaký obsahuje.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature carries a second time that the rules do not allow.</source>
        <translation>Podpis obsahuje druhý časový údaj, který předpis nedovoluje.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file cannot be read reliably, so nothing is known of its signatures.</source>
        <translation>Soubor nelze spolehlivě přečíst, takže o jeho podpisech není nic známo.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The time stamp&apos;s certificate has ended, and nothing newer renews it.</source>
        <translation>Platnost certifikátu časového razítka skončila a nic novějšího ji neobnovuje.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The time stamp is damaged or belongs to another document; it proves nothing.</source>
        <translation>Časové razítko je poškozené nebo patří k jinému dokumentu; nic nedokládá.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The time stamp is from an authority that this station does not trust.</source>
        <translation>Časové razítko je od autority, které tato stanice nedůvěřuje.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Something was added after the signature that nobody signed.</source>
        <translation>Po podpisu bylo přidáno něco, co nikdo nepodepsal.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate is from an authority that this station does not trust.</source>
        <translation>Certifikát je od certifikační autority, které tato stanice nedůvěřuje.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file makes the check break down, so nothing is known of its signatures.</source>
        <translation>Ověření se na tomto souboru zhroutilo, takže o jeho podpisech není nic známo.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The check of this file did not end, so nothing is known of its signatures.</source>
        <translation>Ověření tohoto souboru neskončilo, takže o jeho podpisech není nic známo.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It rests on a digest that was no longer good enough then.</source>
        <translation>Opírá se o otisk, který už tehdy nevyhovoval.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Its key was no longer strong enough then.</source>
        <translation>Jeho klíč už tehdy nebyl dost silný.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Something is wrong with the signature; show it to IT.</source>
        <translation>S podpisem není něco v pořádku; ukažte jej IT.</translation>
    </message>
</context>
<context>
    <name>FlawText</name>
    <message>
        <location filename="../app/errors/flaw_text.cpp" line="+12"/>
        <source>It is damaged: the token has to be issued anew.</source>
        <translation>Je poškozený: token musí být vydán znovu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It belongs to an authority, not to a person.</source>
        <translation>Patří certifikační autoritě, nikoli osobě.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Its key is not on this token.</source>
        <translation>Jeho klíč není na tomto tokenu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The key on the token is not its own: the token has to be issued anew.</source>
        <translation>Klíč na tokenu k němu nepatří: token musí být vydán znovu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It was not issued for signatures.</source>
        <translation>Nebyl vydán k podepisování.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This station cannot sign with its kind of key.</source>
        <translation>S jeho druhem klíče tato stanice neumí podepisovat.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Its key is too weak by the rules of today: ask for a new one.</source>
        <translation>Jeho klíč je podle dnešních předpisů příliš slabý: požádejte o nový certifikát.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is not valid yet; if it should be, the clock is wrong.</source>
        <translation>Ještě neplatí; měl-li by už platit, jdou hodiny špatně.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It has ended: ask your authority for a new one.</source>
        <translation>Jeho platnost skončila: požádejte svou certifikační autoritu o nový.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is from an authority that this station does not trust; IT can add one.</source>
        <translation>Je od certifikační autority, které tato stanice nedůvěřuje; IT ji může doplnit.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its authority has withdrawn it.</source>
        <translation>Jeho certifikační autorita jej odvolala.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Its authority cannot be asked, and this office does not sign offline.</source>
        <translation>Jeho certifikační autority se nelze zeptat a tento úřad bez připojení nepodepisuje.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It belongs to somebody else than who is logged in here.</source>
        <translation>Patří někomu jinému než tomu, kdo je zde přihlášen.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <location filename="../app/gui/main.cpp" line="+56"/>
        <source>Digitization station</source>
        <translation>Digitalizační stanice</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>This account may not work at the counter</source>
        <translation>Tento účet nesmí pracovat na přepážce</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Have IT add it to the group “%1” of the operating system.</source>
        <translation>Požádejte IT o jeho přidání do skupiny „%1“ operačního systému.</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>Folder of the station&apos;s data</source>
        <translation>Složka dat stanice</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Folder of settings files</source>
        <translation>Složka souborů nastavení</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Language of the window: vi, en or cs</source>
        <translation>Jazyk okna: vi, en nebo cs</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Work with the training papers</source>
        <translation>Pracovat se cvičnými listinami</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light text on a dark ground</source>
        <translation>Světlý text na tmavém pozadí</translation>
    </message>
</context>
<context>
    <name>Separators</name>
    <message>
        <location filename="../app/separators/separators.cpp" line="+22"/>
        <source>Lay this sheet in front of this paper in the feeder.</source>
        <translation>Vložte tento list do podavače před tuto listinu.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Next paper</source>
        <translation>Další listina</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lay this sheet between two papers in the feeder.</source>
        <translation>Vložte tento list do podavače mezi dvě listiny.</translation>
    </message>
</context>
<context>
    <name>SideFlags</name>
    <message>
        <location filename="../app/gui/counter/side_flags.cpp" line="+30"/>
        <source>set aside</source>
        <translation>odložená</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Set aside: it is no page of the copy. Delete takes it back.</source>
        <translation>Odložená: do kopie nepatří. Klávesa Delete ji vrátí.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>removed</source>
        <extracomment>The picture of a page that left this station.</extracomment>
        <translation>odstraněná</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The picture is no longer on this station. The signed copy is in the repository.</source>
        <translation>Obraz už na této stanici není. Podepsaná kopie je v úložišti.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>cut short</source>
        <extracomment>The scanner ended the page early.</extracomment>
        <translation>useknutá</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The scanner ended this page early and its end is missing. Scan it again.</source>
        <translation>Skener tuto stranu ukončil předčasně a její konec chybí. Naskenujte ji znovu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>blank?</source>
        <translation>prázdná?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Taken as blank: it is no page of the copy. Press B if it carries content.</source>
        <translation>Považována za prázdnou: do kopie nepatří. Nese-li obsah, stiskněte B.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>by hand</source>
        <translation>ručně</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>By hand: %1.</source>
        <extracomment>%1 lists steps of the clean-up: not straightened, not cut …</extracomment>
        <translation>Ručně: %1.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>part</source>
        <extracomment>One of several cards or receipts that lay on the glass together.</extracomment>
        <translation>část</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>It shows one of several things on a side.</source>
        <translation>Je na ní jeden z několika dokladů, které ležely na jedné straně.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>not straightened</source>
        <translation>nesrovnaná</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>straightened by hand</source>
        <translation>srovnaná ručně</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not cut</source>
        <translation>neoříznutá</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>brightness as scanned</source>
        <translation>jas jako ze skeneru</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not turned upright</source>
        <translation>neotočená do správné polohy</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>crooked</source>
        <translation>nakřivo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page lies too crooked to be set right by itself. Scan it again.</source>
        <translation>Strana leží příliš nakřivo a sama se nesrovná. Naskenujte ji znovu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Text runs off the edge. Straighten the sheet and scan it again.</source>
        <translation>Text přesahuje okraj. Srovnejte list a naskenujte jej znovu.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The picture is coarser than the rules ask for. Scan it again.</source>
        <translation>Obraz má menší rozlišení, než předpis žádá. Naskenujte stranu znovu.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The print is blurred. Look whether everything can be read, or scan it again.</source>
        <translation>Písmo je rozmazané. Zkontrolujte, zda lze vše přečíst, nebo naskenujte stranu znovu.</translation>
    </message>
    <message>
        <location line="-32"/>
        <source>cut off</source>
        <translation>oříznutá</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>too dark</source>
        <translation>tmavá</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ink and ground are hard to tell apart. Look whether stamps and signatures can be read.</source>
        <translation>Písmo lze od podkladu těžko rozeznat. Zkontrolujte, zda jsou čitelná razítka a podpisy.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>too faint</source>
        <translation>bledá</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The ink is faint. Look whether everything can be read.</source>
        <translation>Písmo je bledé. Zkontrolujte, zda lze vše přečíst.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>two sheets?</source>
        <translation>dva listy?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page is longer than its paper: perhaps two sheets went in together. Compare it with the pile.</source>
        <translation>Strana je delší než její papír: možná prošly dva listy najednou. Porovnejte ji se stohem.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>coarse</source>
        <translation>hrubá</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>turned</source>
        <translation>otočená</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It lay on its head or side and was turned upright.</source>
        <translation>Ležela vzhůru nohama nebo na boku a byla otočena do správné polohy.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>twice?</source>
        <translation>dvakrát?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It looks like another side of this dossier. Delete sets it aside if it went in twice.</source>
        <translation>Podobá se jiné straně tohoto spisu. Prošla-li dvakrát, odložte ji klávesou Delete.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>separator</source>
        <translation>oddělovač</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A separator sheet that leads to no paper of this dossier. Delete sets it aside.</source>
        <translation>Oddělovací list, který nevede k žádné listině tohoto spisu. Klávesa Delete jej odloží.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>several?</source>
        <translation>několik?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Several things lie apart on this side. Each can become a side of its own.</source>
        <translation>Na této straně leží odděleně několik dokladů. Z každého může být samostatná strana.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>blurred</source>
        <translation>rozmazaná</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no text</source>
        <translation>bez textu</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Its text could not be read: type the fields.</source>
        <translation>Její text se nepodařilo přečíst: zadejte pole ručně.</translation>
    </message>
</context>
<context>
    <name>SignWords</name>
    <message>
        <location filename="../app/gui/counter/sign_words.cpp" line="+30"/>
        <source>A wrong PIN was entered on this token. Type it with care: it locks after a few wrong tries.</source>
        <translation>Na tomto tokenu byl zadán chybný PIN. Zadejte jej pečlivě: po několika chybách se token zamkne.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Last try: one more wrong PIN locks this token, and only its issuer can unlock it.</source>
        <translation>Poslední pokus: po dalším chybném PINu se tento token zamkne a odblokovat jej může jen jeho vydavatel.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The PIN of this token is locked. Only its issuer can unlock it: call the certificate authority.</source>
        <translation>PIN tohoto tokenu je zablokovaný. Odblokovat jej může jen vydavatel tokenu: volejte certifikační autoritu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The token wants a new PIN first. Change it with the tool of the token&apos;s maker, or ask IT.</source>
        <translation>Token nejprve vyžaduje nový PIN. Změňte jej nástrojem výrobce tokenu, nebo se obraťte na IT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The PIN of this token was never set. Set it with the tool of the token&apos;s maker, or ask IT.</source>
        <translation>PIN tohoto tokenu nebyl nikdy nastaven. Nastavte jej nástrojem výrobce tokenu, nebo se obraťte na IT.</translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>The certificate ends in less than %n day(s). Ask your authority for a new one now.</source>
        <translation>
            <numerusform>Platnost certifikátu skončí za méně než %n den. Hned požádejte svou certifikační autoritu o nový.</numerusform>
            <numerusform>Platnost certifikátu skončí za méně než %n dny. Hned požádejte svou certifikační autoritu o nový.</numerusform>
            <numerusform>Platnost certifikátu skončí za méně než %n dní. Hned požádejte svou certifikační autoritu o nový.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The certificate ends within a day. Tomorrow you cannot sign with it: ask your authority for a new one now.</source>
        <translation>Platnost certifikátu skončí během jednoho dne. Zítra jím už nepodepíšete: hned požádejte svou certifikační autoritu o nový.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its kind of key will soon be refused. Ask your authority for a new certificate.</source>
        <translation>Jeho druh klíče se brzy přestane přijímat. Požádejte svou certifikační autoritu o nový certifikát.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its authority could not be asked whether it still holds. You can sign.</source>
        <translation>Jeho certifikační autority se nepodařilo zeptat, zda stále platí. Podepsat můžete.</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n sekundu</numerusform>
            <numerusform>%n sekundy</numerusform>
            <numerusform>%n sekund</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minutu</numerusform>
            <numerusform>%n minuty</numerusform>
            <numerusform>%n minut</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Nobody has checked the clock of this station: look whether it is right.</source>
        <translation>Hodiny této stanice nikdo neověřil: zkontrolujte, zda jdou správně.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The clock of this station is %1 fast. Tell IT.</source>
        <translation>Hodiny této stanice jdou o %1 napřed. Sdělte to IT.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The clock of this station is %1 slow. Tell IT.</source>
        <translation>Hodiny této stanice jdou o %1 pozadu. Sdělte to IT.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>waiting</source>
        <translation>čeká</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>being signed …</source>
        <translation>podepisuje se …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>signed</source>
        <translation>podepsáno</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>failed</source>
        <translation>nezdařilo se</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not reached</source>
        <translation>nedošlo na ni</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n signed</source>
        <translation>
            <numerusform>%n podepsána</numerusform>
            <numerusform>%n podepsány</numerusform>
            <numerusform>%n podepsáno</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n failed</source>
        <translation>
            <numerusform>%n se nezdařila</numerusform>
            <numerusform>%n se nezdařily</numerusform>
            <numerusform>%n se nezdařilo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n not reached</source>
        <translation>
            <numerusform>na %n nedošlo</numerusform>
            <numerusform>na %n nedošlo</numerusform>
            <numerusform>na %n nedošlo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%1 of %n copy(s) are signed</source>
        <extracomment>%1 of %n copies.</extracomment>
        <translation>
            <numerusform>Podepsáno %1 z %n kopie</numerusform>
            <numerusform>Podepsáno %1 ze %n kopií</numerusform>
            <numerusform>Podepsáno %1 z %n kopií</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n copy(s) wait for their time stamp</source>
        <translation>
            <numerusform>%n kopie čeká na časové razítko</numerusform>
            <numerusform>%n kopie čekají na časové razítko</numerusform>
            <numerusform>%n kopií čeká na časové razítko</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>next try %1</source>
        <translation>další pokus v %1</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n notice(s) were not taken and need help</source>
        <extracomment>A notice about a dossier that the department already has, to the portal (Cổng dịch vụ công) or to the department&apos;s own system.</extracomment>
        <translation>
            <numerusform>%n oznámení nebylo přijato a potřebuje zásah</numerusform>
            <numerusform>%n oznámení nebyla přijata a potřebují zásah</numerusform>
            <numerusform>%n oznámení nebylo přijato a potřebuje zásah</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n notice(s) are still to be sent</source>
        <translation>
            <numerusform>%n oznámení čeká na odeslání</numerusform>
            <numerusform>%n oznámení čekají na odeslání</numerusform>
            <numerusform>%n oznámení čeká na odeslání</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>the repository has lost %n object(s): call IT</source>
        <translation>
            <numerusform>úložiště ztratilo %n objekt: volejte IT</numerusform>
            <numerusform>úložiště ztratilo %n objekty: volejte IT</numerusform>
            <numerusform>úložiště ztratilo %n objektů: volejte IT</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n dossier(s) could not be stored and need help</source>
        <translation>
            <numerusform>%n spis se nepodařilo uložit a potřebuje zásah</numerusform>
            <numerusform>%n spisy se nepodařilo uložit a potřebují zásah</numerusform>
            <numerusform>%n spisů se nepodařilo uložit a potřebuje zásah</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n dossier(s) are on their way to the repository</source>
        <translation>
            <numerusform>%n spis je na cestě do úložiště</numerusform>
            <numerusform>%n spisy jsou na cestě do úložiště</numerusform>
            <numerusform>%n spisů je na cestě do úložiště</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n dossier(s) without an answer of the department</source>
        <translation>
            <numerusform>%n spis bez odpovědi odboru</numerusform>
            <numerusform>%n spisy bez odpovědi odboru</numerusform>
            <numerusform>%n spisů bez odpovědi odboru</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingText</name>
    <message>
        <location filename="../app/errors/standing_text.cpp" line="+17"/>
        <source>was valid until %1</source>
        <extracomment>%1 is the last day on which a stored copy of a paper could be used again.</extracomment>
        <translation>platilo do %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>superseded by a newer copy under the same code</source>
        <translation>nahrazena novější kopií pod týmž kódem</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>superseded by %1</source>
        <extracomment>%1 is the digitization code of the copy that took its place.</extracomment>
        <translation>nahrazena kopií %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>withdrawn</source>
        <translation>stažena</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Only what this station stored: the repository does not answer</source>
        <translation>Jen to, co uložila tato stanice: úložiště neodpovídá</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>As of %1: the repository does not answer</source>
        <extracomment>%1 is day and time.</extracomment>
        <translation>Stav k %1: úložiště neodpovídá</translation>
    </message>
</context>
<context>
    <name>StationDesk</name>
    <message>
        <location filename="../app/desk/station_desk.cpp" line="+84"/>
        <source>The training scanner</source>
        <translation>Cvičný skener</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <location filename="../app/gui/counter/step_words.cpp" line="+30"/>
        <source>Open the dossier</source>
        <translation>Otevřít spis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the new dossier</source>
        <translation>Založit nový spis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Use this copy</source>
        <translation>Použít tuto kopii</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Take this number of sheets</source>
        <translation>Použít tento počet listů</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is right for this reason</source>
        <translation>Správně z tohoto důvodu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Digitize for this reason</source>
        <translation>Digitalizovat z tohoto důvodu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put the dossier aside</source>
        <translation>Odložit spis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stop the scan</source>
        <translation>Zastavit skenování</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stop taking in files</source>
        <translation>Zastavit přebírání souborů</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan on</source>
        <translation>Skenovat dál</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Please wait …</source>
        <translation>Čekejte prosím …</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+5"/>
        <source>Paper %1: %2</source>
        <extracomment>%1 is the number of the paper in the checklist, %2 the advised decision.
----------
%1 is the number of the paper, %2 what its sheets lack.</extracomment>
        <translation>Listina %1: %2</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Scan paper %1</source>
        <translation>Skenovat listinu %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Look at page %1 of paper %2</source>
        <extracomment>%1 is the number of the page, %2 of its paper.</extracomment>
        <translation>Prohlédnout stranu %1 listiny %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look at the flagged page</source>
        <translation>Prohlédnout označenou stranu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sign with this certificate</source>
        <translation>Podepsat tímto certifikátem</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>I know: this is the last try</source>
        <translation>Vím: toto je poslední pokus</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not now</source>
        <translation>Teď ne</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sign on</source>
        <translation>Podepisovat dál</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go on</source>
        <translation>Pokračovat</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Sign %n copy(s)</source>
        <translation>
            <numerusform>Podepsat %n kopii</numerusform>
            <numerusform>Podepsat %n kopie</numerusform>
            <numerusform>Podepsat %n kopií</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check the fields of paper %1</source>
        <translation>Zkontrolovat pole listiny %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Confirm the field</source>
        <translation>Potvrdit pole</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Accept the code</source>
        <translation>Přijmout kód</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Hand over the dossier</source>
        <translation>Předat spis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Next dossier</source>
        <translation>Další spis</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 (for %2)</source>
        <translation>%1 (pro: %2)</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Space</source>
        <extracomment>The space bar.</extracomment>
        <translation>Mezerník</translation>
    </message>
</context>
<context>
    <name>TroubleWords</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/trouble_words.cpp" line="+18"/>
        <source>%1 of %n sheet(s) are safe</source>
        <extracomment>%1 of %n counted sheets.</extracomment>
        <translation>
            <numerusform>Uloženo %1 z %n listu</numerusform>
            <numerusform>Uloženo %1 ze %n listů</numerusform>
            <numerusform>Uloženo %1 z %n listů</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n sheet(s) are safe</source>
        <translation>
            <numerusform>%n list je uložen</numerusform>
            <numerusform>%n listy jsou uloženy</numerusform>
            <numerusform>%n listů je uloženo</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Sheet %1, the last good one</source>
        <translation>List %1, poslední v pořádku</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Look for sheets in the feeder, in the output tray and on the desk.</source>
        <translation>Hledejte listy v podavači, ve výstupní přihrádce a na stole.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put the missing ones into the feeder.</source>
        <translation>Chybějící listy vložte do podavače.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>If there are no more, end here. The reason is asked for later.</source>
        <translation>Nejsou-li žádné další, ukončete zde. Na důvod se zeptáme později.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open the cover.</source>
        <translation>Otevřete kryt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take the stuck sheet out slowly and straight, with both hands.</source>
        <translation>Uvízlý list vytáhněte pomalu a rovně, oběma rukama.</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source>Close the cover until it clicks.</source>
        <translation>Zavřete kryt tak, aby zaklapl.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Take out a sheet that lies inside.</source>
        <translation>Leží-li uvnitř list, vyjměte jej.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Take out the two sheets and part them. Look for staples and clips.</source>
        <translation>Vyjměte oba listy a oddělte je od sebe. Zkontrolujte, zda v nich nejsou sponky.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fan the pile, so that its sheets come apart.</source>
        <translation>Provzdušněte stoh, aby se listy od sebe oddělily.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put the paper into the feeder as far as it goes.</source>
        <translation>Zasuňte papír do podavače až na doraz.</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+4"/>
        <source>Take out a sheet that is inside the scanner.</source>
        <translation>Je-li ve skeneru list, vyjměte jej.</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>If its lamp blinks, switch it off and on and wait until it is quiet.</source>
        <translation>Bliká-li kontrolka skeneru, vypněte jej, znovu zapněte a počkejte, až ztichne.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The connection to the scanner is made anew by itself.</source>
        <translation>Spojení se skenerem se obnoví samo.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Look at both ends of the cable and plug it in.</source>
        <translation>Zkontrolujte oba konce kabelu a připojte jej.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look whether the scanner is switched on, and wait until it is quiet.</source>
        <translation>Zkontrolujte, že je skener zapnutý, a počkejte, až ztichne.</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+6"/>
        <source>Take out a sheet that is inside.</source>
        <translation>Je-li uvnitř list, vyjměte jej.</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Call IT to make room on the disk of this station. The paper may lie here until then.</source>
        <translation>Požádejte IT o uvolnění místa na disku stanice. Papír tu zatím může zůstat ležet.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Switch the scanner off and on and wait until it is quiet.</source>
        <translation>Vypněte skener, znovu jej zapněte a počkejte, až ztichne.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Pull the token out and wait a moment.</source>
        <translation>Vytáhněte token a chvíli počkejte.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plug the token in.</source>
        <translation>Připojte token.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Enter the PIN again when it is asked for.</source>
        <translation>Na výzvu zadejte znovu PIN.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Signing goes on with the copies that are left.</source>
        <translation>Podepisování pokračuje zbývajícími kopiemi.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Put the whole pile back into the feeder: no sheet of it is read yet.</source>
        <translation>Vraťte celý stoh do podavače: žádný list z něj ještě není načten.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put back the sheets from number %1 on: everything that lies on top of sheet %2 or behind it in the output tray, and the one that was inside.</source>
        <translation>Vraťte listy od čísla %1 dál: vše, co ve výstupní přihrádce leží na listu %2 nebo za ním, a list, který byl uvnitř.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../app/gui/counter/words.cpp" line="+13"/>
        <source>not decided</source>
        <translation>nerozhodnuto</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>to be scanned</source>
        <translation>čeká na skenování</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>to be signed</source>
        <translation>čeká na podpis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>fields to be checked</source>
        <translation>čeká na kontrolu polí</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ready to hand over</source>
        <translation>připraveno k předání</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>code is final</source>
        <translation>kód je konečný</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>in the repository</source>
        <translation>v úložišti</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>handed over</source>
        <translation>předáno</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reused from the repository</source>
        <translation>použito z úložiště</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>attached, no code</source>
        <translation>přiloženo, bez kódu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>shown and given back</source>
        <translation>předloženo a vráceno</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>secret, never scanned</source>
        <translation>utajené, neskenuje se</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Digitize</source>
        <translation>Digitalizovat</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Reuse</source>
        <extracomment>Link the valid copy that the repository already holds.</extracomment>
        <translation>Použít znovu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Attach</source>
        <extracomment>Plain scan for the handling only, no signature and no code.</extracomment>
        <translation>Přiložit</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Shown only</source>
        <extracomment>The original was only shown for comparison and given back.</extracomment>
        <translation>Jen předložit</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Refuse (secret)</source>
        <extracomment>Secret paper (tài liệu mật): never scanned.</extracomment>
        <translation>Odmítnout (utajené)</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Number and symbol</source>
        <translation>Číslo a značka</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Date of issue</source>
        <translation>Datum vydání</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Issuing agency</source>
        <translation>Vydávající úřad</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Superior agency</source>
        <translation>Nadřízený úřad</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place of issue</source>
        <translation>Místo vydání</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Addressed to</source>
        <translation>Adresát</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Subject</source>
        <translation>Předmět</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Signed by</source>
        <translation>Podepsal</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Post of the signer</source>
        <translation>Funkce podepisující osoby</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Full name</source>
        <translation>Jméno a příjmení</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Organisation</source>
        <translation>Organizace</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Representative</source>
        <translation>Zástupce</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Date of birth</source>
        <translation>Datum narození</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Personal identification number</source>
        <translation>Osobní identifikační číslo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sex</source>
        <translation>Pohlaví</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place of residence</source>
        <translation>Trvalé bydliště</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tax code</source>
        <translation>DIČ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dossier code</source>
        <translation>Kód spisu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Licence number</source>
        <translation>Číslo průkazu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Licence class</source>
        <translation>Skupina oprávnění</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Date of passing</source>
        <extracomment>Day on which the driving test was passed.</extracomment>
        <translation>Datum složení zkoušky</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Valid from</source>
        <translation>Platí od</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Date of expiry</source>
        <translation>Platí do</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Issued for the nth time</source>
        <extracomment>Which time a licence was issued: first, second … (cấp lần thứ).</extracomment>
        <translation>Pořadí vydání</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>First issued on</source>
        <translation>Poprvé vydáno</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Legal form</source>
        <translation>Právní forma</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Conclusion</source>
        <extracomment>Of a health certificate.</extracomment>
        <translation>Závěr</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind of contract</source>
        <translation>Druh smlouvy</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind of request</source>
        <translation>Druh žádosti</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Badges handed back</source>
        <extracomment>Vehicle badges (phù hiệu).</extracomment>
        <translation>Vrácené štítky</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Badges asked for</source>
        <translation>Požadované štítky</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Number plate</source>
        <translation>Registrační značka</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind of vehicle</source>
        <translation>Druh vozidla</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Make</source>
        <translation>Tovární značka</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Chassis number</source>
        <translation>Číslo podvozku</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Engine number</source>
        <translation>Číslo motoru</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour of the paint</source>
        <translation>Barva laku</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Payload</source>
        <translation>Nosnost</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Seats</source>
        <translation>Počet sedadel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Year of manufacture</source>
        <translation>Rok výroby</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Country of manufacture</source>
        <translation>Země výroby</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: %2</source>
        <extracomment>%1 is a row of a table, %2 its column: &quot;Vehicle 2: Number plate&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Vehicle %1</source>
        <translation>Vozidlo %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>the check digit does not fit: compare it with the paper</source>
        <translation>kontrolní číslice nesouhlasí: porovnejte údaj s listinou</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no date: write day/month/year</source>
        <translation>není to datum: napište den/měsíc/rok</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no personal identification number: it has 12 digits, 9 on an old card</source>
        <translation>není to osobní identifikační číslo: má 12 číslic, na starém průkazu 9</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no tax code: it has 10, 12 or 13 digits</source>
        <translation>není to DIČ: má 10, 12 nebo 13 číslic</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no number plate</source>
        <translation>není to registrační značka</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>write Nam or Nữ</source>
        <translation>napište Nam nebo Nữ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no phone number</source>
        <translation>není to telefonní číslo</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>only digits stand here</source>
        <translation>sem patří jen číslice</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>this value cannot stand here</source>
        <translation>tato hodnota sem nepatří</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>read from the page</source>
        <translation>přečteno ze strany</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>from the QR code</source>
        <translation>z QR kódu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>typed</source>
        <translation>zadáno ručně</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>from the dossier</source>
        <translation>ze spisu</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%n side(s)</source>
        <translation>
            <numerusform>%n strana</numerusform>
            <numerusform>%n strany</numerusform>
            <numerusform>%n stran</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::BatchPanel</name>
    <message>
        <location filename="../app/gui/counter/batch_panel.cpp" line="+18"/>
        <source>Copies to be signed</source>
        <translation>Kopie k podpisu</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Progress</source>
        <translation>Průběh</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Signing: %1</source>
        <translation>Podepisuje se: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Leave the token plugged in.</source>
        <translation>Nechte token připojený.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Paused: %1</source>
        <translation>Pozastaveno: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enter signs on. Esc stops: what is signed stays signed.</source>
        <translation>Enter podepisuje dál. Esc podepisování zastaví: co je podepsáno, zůstane podepsané.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Stopping: %1</source>
        <translation>Zastavuje se: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The copy that is being signed is finished first.</source>
        <translation>Kopie, která se právě podepisuje, se nejprve dokončí.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>What is signed stays signed. The others are signed with the next batch.</source>
        <translation>Co je podepsáno, zůstane podepsané. Ostatní se podepíší v další dávce.</translation>
    </message>
</context>
<context>
    <name>station::gui::CaptureController</name>
    <message>
        <location filename="../app/gui/counter/capture_controller.cpp" line="+154"/>
        <source>The rules advise: %1</source>
        <translation>Předpis doporučuje: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Press %1 first if the paper has to be digitized all the same.</source>
        <translation>Má-li se listina přesto digitalizovat, stiskněte nejprve %1.</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Take in files</source>
        <translation>Převzít soubory</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Images and PDF (%1)</source>
        <translation>Obrázky a PDF (%1)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>No dossier is open</source>
        <translation>Žádný spis není otevřený</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open one first, then take in the files.</source>
        <translation>Nejprve některý otevřete, pak převezměte soubory.</translation>
    </message>
    <message numerus="yes">
        <location line="+19"/>
        <source>%n side(s) were taken in from files</source>
        <translation>
            <numerusform>Ze souborů převzata %n strana</numerusform>
            <numerusform>Ze souborů převzaty %n strany</numerusform>
            <numerusform>Ze souborů převzato %n stran</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The signed file is taken as it is. Its signature: %1</source>
        <extracomment>%1: valid, not complete … The file is an electronic original (bản gốc điện tử).</extracomment>
        <translation>Podepsaný soubor je převzat beze změny. Jeho podpis: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is not signed again.</source>
        <translation>Znovu se nepodepisuje.</translation>
    </message>
</context>
<context>
    <name>station::gui::CodePanel</name>
    <message>
        <location filename="../app/gui/counter/code_panel.cpp" line="+16"/>
        <source>PROVISIONAL</source>
        <extracomment>In capitals: a digitization code that is not claimed in the repository yet.</extracomment>
        <translation>PŘEDBĚŽNÝ</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Digitization code</source>
        <extracomment>Mã kết quả số hóa (TT 01/2023/TT-VPCP).</extracomment>
        <translation>Kód digitalizace</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>comes when all fields are confirmed</source>
        <translation>bude po potvrzení všech polí</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>proposed, Enter accepts it</source>
        <translation>navrženo, Enter jej přijme</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>accepted, final when it is claimed</source>
        <translation>přijato, konečné po přidělení</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>final</source>
        <translation>konečný</translation>
    </message>
</context>
<context>
    <name>station::gui::CompareController</name>
    <message>
        <location filename="../app/gui/counter/compare_controller.cpp" line="+12"/>
        <source>As scanned</source>
        <extracomment>The untouched picture of the scanner stands in place of the page.</extracomment>
        <translation>Ze skeneru</translation>
    </message>
</context>
<context>
    <name>station::gui::ComponentDelegate</name>
    <message>
        <location filename="../app/gui/counter/component_delegate.cpp" line="+97"/>
        <source>optional</source>
        <translation>nepovinné</translation>
    </message>
</context>
<context>
    <name>station::gui::ComponentModel</name>
    <message>
        <location filename="../app/gui/counter/component_model.cpp" line="+72"/>
        <source>Returned: %1</source>
        <translation>Vráceno: %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>pages to look at</source>
        <translation>strany k prohlédnutí</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>waits for its time stamp</source>
        <translation>čeká na časové razítko</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>corrects what was handed over</source>
        <translation>opravuje předanou kopii</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>a valid copy is in the repository</source>
        <translation>v úložišti je platná kopie</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>advised: %1</source>
        <translation>doporučeno: %1</translation>
    </message>
</context>
<context>
    <name>station::gui::CountPanel</name>
    <message>
        <location filename="../app/gui/counter/count_panel.cpp" line="+14"/>
        <location line="+3"/>
        <source>How many sheets?</source>
        <translation>Kolik listů?</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Count the sheets of this paper before they go into the feeder. Leave it empty when nobody has counted.</source>
        <translation>Spočítejte listy této listiny, než je vložíte do podavače. Nepočítal-li je nikdo, nechte pole prázdné.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Not now</source>
        <translation>Teď ne</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterActions</name>
    <message>
        <location filename="../app/gui/counter/counter_actions.cpp" line="+36"/>
        <source>Open a dossier</source>
        <translation>Otevřít spis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>New dossier</source>
        <translation>Nový spis</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Separator sheets (PDF)</source>
        <extracomment>Sheets with a code, laid between papers in the feeder (tờ phân cách).</extracomment>
        <translation>Oddělovací listy (PDF)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Dossier</source>
        <translation>Spis</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Go to paper %1</source>
        <translation>Na listinu %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Digitize</source>
        <translation>Digitalizovat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reuse</source>
        <translation>Použít znovu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Attach</source>
        <translation>Přiložit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shown only</source>
        <translation>Jen předložit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Refuse (secret)</source>
        <translation>Odmítnout (utajené)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Paper</source>
        <translation>Listina</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Scan from the feeder</source>
        <translation>Skenovat z podavače</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scan both sides of each sheet</source>
        <translation>Skenovat obě strany každého listu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan from the flatbed</source>
        <translation>Skenovat ze skla</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take in files</source>
        <translation>Převzít soubory</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How many sheets?</source>
        <translation>Kolik listů?</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Feeder</source>
        <translation>Podavač</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Both sides</source>
        <translation>Líc i rub</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Flatbed</source>
        <translation>Sklo</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Stop the scan, close a panel</source>
        <translation>Zastavit skenování, zavřít panel</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Scanner</source>
        <translation>Skener</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Next thing that needs you</source>
        <translation>Co dál potřebuje vás</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Previous page</source>
        <translation>Předchozí strana</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next page</source>
        <translation>Další strana</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Blank side or not</source>
        <translation>Prázdná strana, nebo ne</translation>
    </message>
    <message>
        <location line="-22"/>
        <source>Larger</source>
        <translation>Větší</translation>
    </message>
    <message>
        <location line="-53"/>
        <source>Put the dossier aside</source>
        <translation>Odložit spis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go on with one put aside</source>
        <translation>Pokračovat v odloženém spisu</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Print the receipt</source>
        <extracomment>Receipt and appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả).</extracomment>
        <translation>Vytisknout potvrzení o přijetí</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Correct what was handed over</source>
        <extracomment>Replace a copy that was handed over, or give that up.</extracomment>
        <translation>Opravit předanou kopii</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Go on after a trouble</source>
        <translation>Pokračovat po závadě</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Files</source>
        <translation>Soubory</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Count</source>
        <translation>Počet</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Smaller</source>
        <translation>Menší</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Whole page</source>
        <translation>Celá strana</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Hold: magnifying glass</source>
        <extracomment>A glass over the page, as long as the key is held.</extracomment>
        <translation>Podržet: lupa</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Glass</source>
        <translation>Lupa</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Hold: the page as scanned</source>
        <extracomment>The untouched picture of the scanner, as long as the key is held.</extracomment>
        <translation>Podržet: strana přímo ze skeneru</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As scanned</source>
        <translation>Ze skeneru</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Page</source>
        <translation>Strana</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Scan this side again</source>
        <translation>Naskenovat tuto stranu znovu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scan it again from the flatbed</source>
        <translation>Naskenovat ji znovu ze skla</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan more before this side</source>
        <translation>Doskenovat před tuto stranu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Set aside, take back</source>
        <extracomment>The side stays in the strip but is no page of the copy.</extracomment>
        <translation>Odložit, vrátit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turn left</source>
        <translation>Otočit vlevo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn right</source>
        <translation>Otočit vpravo</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Move towards the front</source>
        <translation>Posunout k začátku</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move towards the end</source>
        <translation>Posunout ke konci</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Move the side to paper %1</source>
        <translation>Přesunout stranu do listiny %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Split here: the next paper begins</source>
        <translation>Rozdělit zde: začíná další listina</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Split here: paper %1 begins</source>
        <translation>Rozdělit zde: začíná listina %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rescan</source>
        <translation>Znovu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Insert</source>
        <translation>Vložit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Set aside</source>
        <translation>Odložit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Blank</source>
        <translation>Prázdná</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Left</source>
        <translation>Vlevo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Right</source>
        <translation>Vpravo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Split</source>
        <translation>Rozdělit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Side on the screen</source>
        <translation>Strana na obrazovce</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Straighten, or leave as it lies</source>
        <translation>Srovnat, nebo nechat, jak leží</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cut to the paper or not</source>
        <extracomment>The scanner&apos;s ground around the paper is cut away.</extracomment>
        <translation>Oříznout na papír, nebo ne</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Even out the brightness or not</source>
        <translation>Vyrovnat jas, nebo ne</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn upright by itself or not</source>
        <translation>Otočit automaticky, nebo ne</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cut and straighten by hand</source>
        <translation>Oříznout a srovnat ručně</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Frame</source>
        <extracomment>The frame that is set by hand around the paper.</extracomment>
        <translation>Rám</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All automatic again</source>
        <translation>Vše znovu automaticky</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Divide: each thing its own side</source>
        <extracomment>Several cards or receipts lie on one side.</extracomment>
        <translation>Oddělit: každý doklad na vlastní stranu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Straighten</source>
        <translation>Srovnat</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cut</source>
        <extracomment>Cut the page to the paper.</extracomment>
        <translation>Oříznout</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Brightness</source>
        <translation>Jas</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Upright</source>
        <translation>Orientace</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Automatic</source>
        <translation>Automaticky</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Divide</source>
        <translation>Oddělit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clean-up of the side</source>
        <translation>Vyčištění strany</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Sign all copies</source>
        <translation>Podepsat všechny kopie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pause after this copy</source>
        <translation>Pozastavit po této kopii</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>I know: this is the last try</source>
        <extracomment>The clerk knows that one more wrong PIN locks the token.</extracomment>
        <translation>Vím: toto je poslední pokus</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Why other certificates cannot sign</source>
        <translation>Proč nelze podepsat jinými certifikáty</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lock the token</source>
        <translation>Zamknout token</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send what waits now</source>
        <translation>Odeslat hned, co čeká</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Hand over, next dossier</source>
        <translation>Předat, další spis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pause</source>
        <translation>Pozastavit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>I know</source>
        <translation>Vím</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Why not others?</source>
        <translation>Proč ne jiné?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lock</source>
        <translation>Zamknout</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try now</source>
        <translation>Zkusit nyní</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Finish</source>
        <translation>Dokončení</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Undo</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redo</source>
        <translation>Znovu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show the keys</source>
        <translation>Ukázat klávesy</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light or dark</source>
        <translation>Světlý nebo tmavý</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Another language</source>
        <translation>Jiný jazyk</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Training: the scanner&apos;s tray</source>
        <translation>Školení: zásobník skeneru</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Training: the guided tour</source>
        <translation>Školení: průvodce</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Always</source>
        <translation>Vždy</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterController</name>
    <message>
        <location filename="../app/gui/counter/counter_controller.cpp" line="+93"/>
        <source>No other dossier was put aside</source>
        <translation>Žádný jiný spis není odložen</translation>
    </message>
    <message>
        <location line="+137"/>
        <source>The scanner is still running</source>
        <translation>Skener ještě běží</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Wait for it, or stop it with Esc.</source>
        <translation>Počkejte na něj, nebo jej zastavte klávesou Esc.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>This dossier had been put aside: %1</source>
        <translation>Tento spis byl odložen: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 puts it aside again.</source>
        <translation>Pomocí %1 jej znovu odložíte.</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The dossier is put aside</source>
        <translation>Spis je odložen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 goes on with it.</source>
        <translation>Pomocí %1 v něm budete pokračovat.</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Something is still missing before the dossier can go</source>
        <translation>Než spis odejde, ještě něco chybí</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next: %1.</source>
        <translation>Dále: %1.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Storing and handing over …</source>
        <translation>Ukládá se a předává …</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Dossier %1 is handed over in part</source>
        <translation>Spis %1 je předán zčásti</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n copy(s) wait for their time stamp and follow when you open it again.</source>
        <translation>
            <numerusform>%n kopie čeká na časové razítko a předá se, až spis znovu otevřete.</numerusform>
            <numerusform>%n kopie čekají na časové razítko a předají se, až spis znovu otevřete.</numerusform>
            <numerusform>%n kopií čeká na časové razítko a předá se, až spis znovu otevřete.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Dossier %1 is handed over</source>
        <translation>Spis %1 je předán</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+11"/>
        <source>The department sees it now.</source>
        <translation>Odbor jej už vidí.</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>What waited is handed over</source>
        <translation>Co čekalo, je předáno</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Put the paper into the feeder and press %1, or lay it on the glass and press %2.</source>
        <translation>Vložte papír do podavače a stiskněte %1, nebo jej položte na sklo a stiskněte %2.</translation>
    </message>
    <message>
        <location line="+188"/>
        <source>The scan stops; sides that you have seen stay.</source>
        <translation>Skenování se zastaví; strany, které jste viděli, zůstanou.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signing stops after this copy; the others wait for you.</source>
        <translation>Podepisování se po této kopii zastaví; ostatní na vás počkají.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The printer has not taken the pages yet; without the window they are not printed.</source>
        <translation>Tiskárna stránky ještě nepřevzala; po zavření okna se nevytisknou.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The hand-over goes on by itself the next time.</source>
        <translation>Předání bude příště samo pokračovat.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n dossier(s) wait to be sent until the station runs again.</source>
        <translation>
            <numerusform>%n spis čeká na odeslání, dokud stanice znovu nepoběží.</numerusform>
            <numerusform>%n spisy čekají na odeslání, dokud stanice znovu nepoběží.</numerusform>
            <numerusform>%n spisů čeká na odeslání, dokud stanice znovu nepoběží.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n copy(s) wait for their time stamp until the station runs again.</source>
        <translation>
            <numerusform>%n kopie čeká na časové razítko, dokud stanice znovu nepoběží.</numerusform>
            <numerusform>%n kopie čekají na časové razítko, dokud stanice znovu nepoběží.</numerusform>
            <numerusform>%n kopií čeká na časové razítko, dokud stanice znovu nepoběží.</numerusform>
        </translation>
    </message>
    <message>
        <location line="-195"/>
        <source>This paper has no page: %1.</source>
        <translation>Tato listina nemá stranu: %1.</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Paper %1 cannot be signed yet: %2</source>
        <translation>Listinu %1 zatím nelze podepsat: %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan what is missing, or say why it is right.</source>
        <translation>Doskenujte, co chybí, nebo uveďte, proč je to správně.</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>A page was not looked at yet</source>
        <translation>Některá strana ještě nebyla prohlédnuta</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look at every page, then sign.</source>
        <translation>Prohlédněte každou stranu, pak podepište.</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterPage</name>
    <message>
        <location filename="../app/gui/counter/counter_page.cpp" line="+55"/>
        <source>Dossier code</source>
        <translation>Kód spisu</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Dossier</source>
        <translation>Spis</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>dossier code, barcode or identity card QR</source>
        <translation>kód spisu, čárový kód nebo QR průkazu</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Papers of the dossier</source>
        <translation>Listiny spisu</translation>
    </message>
    <message>
        <location line="+116"/>
        <source>No dossier code yet</source>
        <translation>Zatím bez kódu spisu</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Next step</source>
        <translation>Další krok</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterWindow</name>
    <message>
        <location filename="../app/gui/counter/counter_window.cpp" line="+43"/>
        <source>Digitization station</source>
        <translation>Digitalizační stanice</translation>
    </message>
    <message numerus="yes">
        <location line="+58"/>
        <source>%n scanned file(s) belong to no dossier</source>
        <translation>
            <numerusform>%n naskenovaný soubor nepatří do žádného spisu</numerusform>
            <numerusform>%n naskenované soubory nepatří do žádného spisu</numerusform>
            <numerusform>%n naskenovaných souborů nepatří do žádného spisu</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>They are kept. Call IT before the station is cleaned.</source>
        <translation>Vše zůstává uloženo. Než se stanice vyčistí, volejte IT.</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n side(s) of the last scan are back in their place</source>
        <translation>
            <numerusform>%n strana posledního skenování je zpět na svém místě</numerusform>
            <numerusform>%n strany posledního skenování jsou zpět na svém místě</numerusform>
            <numerusform>%n stran posledního skenování je zpět na svém místě</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The program was stopped while it scanned. Look at the paper before you sign it.</source>
        <translation>Program byl při skenování zastaven. Než listinu podepíšete, prohlédněte ji.</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Close the window once more to leave.</source>
        <translation>Dalším zavřením okna program ukončíte.</translation>
    </message>
</context>
<context>
    <name>station::gui::CropController</name>
    <message>
        <location filename="../app/gui/counter/crop_controller.cpp" line="+14"/>
        <source>By hand · Tab, arrows: edges · PgUp, PgDn: angle · Enter takes it</source>
        <extracomment>A line above the page; short.</extracomment>
        <translation>Ručně · Tab, šipky: hrany · PgUp, PgDn: úhel · Enter přijme</translation>
    </message>
</context>
<context>
    <name>station::gui::Curtain</name>
    <message>
        <location filename="../app/gui/base/curtain.cpp" line="+14"/>
        <source>The screen is locked</source>
        <translation>Obrazovka je zamčená</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>The screen is locked. The token is locked, too.</source>
        <translation>Obrazovka je zamčená. Token je také zamčený.</translation>
    </message>
</context>
<context>
    <name>station::gui::ExplainPanel</name>
    <message>
        <location filename="../app/gui/counter/explain_panel.cpp" line="+16"/>
        <location line="+9"/>
        <source>Why the sheets are right</source>
        <translation>Proč jsou listy správně</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Enter keeps the reason with the paper. It holds for the sheets as they are now.</source>
        <translation>Enter uloží důvod k listině. Platí pro listy tak, jak jsou nyní.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Not now</source>
        <translation>Teď ne</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <location line="+26"/>
        <source>%1 of %n sheet(s) are scanned</source>
        <translation>
            <numerusform>Naskenováno %1 z %n listu</numerusform>
            <numerusform>Naskenováno %1 ze %n listů</numerusform>
            <numerusform>Naskenováno %1 z %n listů</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::FieldForm</name>
    <message>
        <location filename="../app/gui/counter/field_form.cpp" line="+86"/>
        <source>Looks like: %1</source>
        <extracomment>%1 is a kind of paper, not the one that is asked for.</extracomment>
        <translation>Vypadá jako: %1</translation>
    </message>
    <message>
        <location line="+62"/>
        <source>not read: type it</source>
        <translation>nepřečteno, zadejte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>empty, not required</source>
        <translation>prázdné, nepovinné</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>clear, %1</source>
        <translation>jasné, %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>confirmed, %1</source>
        <translation>potvrzeno, %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>please check: read as “%1”</source>
        <extracomment>Proposed by lists and rules for what the ink seems to say.</extracomment>
        <translation>zkontrolujte: přečteno „%1“</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>please check, %1</source>
        <translation>zkontrolujte, %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>left out unless you confirm it</source>
        <extracomment>An optional value that the program is not sure of.</extracomment>
        <translation>bez potvrzení se vynechá</translation>
    </message>
</context>
<context>
    <name>station::gui::FieldsController</name>
    <message>
        <location filename="../app/gui/counter/fields_controller.cpp" line="+71"/>
        <source>Reading the pages …</source>
        <translation>Čtou se strany …</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The fields appear here after signing.</source>
        <translation>Pole se zde objeví po podpisu.</translation>
    </message>
</context>
<context>
    <name>station::gui::HoldPanel</name>
    <message>
        <location filename="../app/gui/counter/hold_panel.cpp" line="+15"/>
        <location line="+8"/>
        <source>What the dossier waits for</source>
        <translation>Na co spis čeká</translation>
    </message>
    <message>
        <location line="-7"/>
        <location line="+9"/>
        <source>For which colleague</source>
        <translation>Pro kterého kolegu</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>Put the dossier aside</source>
        <translation>Odložit spis</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>empty: nobody in particular</source>
        <translation>prázdné: pro nikoho určitého</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All of it stays as it is. Whoever opens it next sees the reason.</source>
        <translation>Vše zůstane, jak je. Kdo spis příště otevře, uvidí důvod.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Not now</source>
        <translation>Teď ne</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::KeysOverlay</name>
    <message>
        <location filename="../app/gui/counter/keys_overlay.cpp" line="+29"/>
        <location line="+118"/>
        <source>Keys</source>
        <translation>Klávesy</translation>
    </message>
    <message>
        <location line="-36"/>
        <source>Go to a paper</source>
        <translation>Na některou listinu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Move the side to a paper</source>
        <translation>Přesunout stranu do některé listiny</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Split here: that paper begins</source>
        <translation>Rozdělit zde: začíná zvolená listina</translation>
    </message>
    <message>
        <location line="-12"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Confirm a field, accept the code</source>
        <translation>Potvrdit pole, přijmout kód</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Previous or next paper</source>
        <translation>Předchozí nebo další listina</translation>
    </message>
</context>
<context>
    <name>station::gui::PageView</name>
    <message>
        <location filename="../app/gui/widgets/page_view.cpp" line="+21"/>
        <source>Page</source>
        <translation>Strana</translation>
    </message>
</context>
<context>
    <name>station::gui::PagesArea</name>
    <message>
        <location filename="../app/gui/counter/pages_area.cpp" line="+29"/>
        <source>Pages of the paper</source>
        <translation>Strany listiny</translation>
    </message>
</context>
<context>
    <name>station::gui::PinPanel</name>
    <message>
        <location filename="../app/gui/counter/pin_panel.cpp" line="+49"/>
        <location line="+10"/>
        <location line="+115"/>
        <source>PIN of your signing token</source>
        <translation>PIN vašeho podpisového tokenu</translation>
    </message>
    <message>
        <location line="-112"/>
        <source>Several certificates can sign. Choose yours with the arrows or its number, then Enter.</source>
        <translation>Podepsat lze několika certifikáty. Vyberte svůj šipkami nebo jeho číslem a stiskněte Enter.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Certificates that can sign</source>
        <translation>Certifikáty, kterými lze podepsat</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Not now</source>
        <translation>Teď ne</translation>
    </message>
    <message>
        <location line="+65"/>
        <location line="+73"/>
        <source>Token %1, valid until %2</source>
        <translation>Token %1, platí do %2</translation>
    </message>
    <message numerus="yes">
        <location line="-56"/>
        <source>Asked once for all copies. The token locks itself %n minute(s) after the last signature.</source>
        <translation>
            <numerusform>Ptáme se jednou pro všechny kopie. Token se sám zamkne %n minutu po posledním podpisu.</numerusform>
            <numerusform>Ptáme se jednou pro všechny kopie. Token se sám zamkne %n minuty po posledním podpisu.</numerusform>
            <numerusform>Ptáme se jednou pro všechny kopie. Token se sám zamkne %n minut po posledním podpisu.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+26"/>
        <source>PIN for the next signature</source>
        <translation>PIN k dalšímu podpisu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This token asks for its PIN at every signature.</source>
        <translation>Tento token žádá PIN při každém podpisu.</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Signs as</source>
        <translation>Podepisuje</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No certificate here can sign</source>
        <translation>Žádným zdejším certifikátem nelze podepsat</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Press Enter, then type the PIN on the token itself.</source>
        <translation>Stiskněte Enter, pak zadejte PIN přímo na tokenu.</translation>
    </message>
    <message numerus="yes">
        <location line="+66"/>
        <source>Too short: a PIN of this token has at least %n character(s). The token was not asked.</source>
        <translation>
            <numerusform>Příliš krátký: PIN tohoto tokenu má nejméně %n znak. Tokenu se nikdo neptal.</numerusform>
            <numerusform>Příliš krátký: PIN tohoto tokenu má nejméně %n znaky. Tokenu se nikdo neptal.</numerusform>
            <numerusform>Příliš krátký: PIN tohoto tokenu má nejméně %n znaků. Tokenu se nikdo neptal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Too long: a PIN of this token has at most %n character(s). The token was not asked.</source>
        <translation>
            <numerusform>Příliš dlouhý: PIN tohoto tokenu má nejvýše %n znak. Tokenu se nikdo neptal.</numerusform>
            <numerusform>Příliš dlouhý: PIN tohoto tokenu má nejvýše %n znaky. Tokenu se nikdo neptal.</numerusform>
            <numerusform>Příliš dlouhý: PIN tohoto tokenu má nejvýše %n znaků. Tokenu se nikdo neptal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::PrintController</name>
    <message>
        <location filename="../app/gui/printing/print_controller.cpp" line="+58"/>
        <source>Receipt and appointment slip</source>
        <extracomment>The receipt and appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả).</extracomment>
        <translation>Potvrzení o přijetí s termínem vyzvednutí</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Separator sheets</source>
        <extracomment>Sheets with a code, laid between papers in the feeder (tờ phân cách).</extracomment>
        <translation>Oddělovací listy</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>The day of return stays open on the paper: the processing time or the calendar of the year is not known here. Write it by hand.</source>
        <translation>Den vyzvednutí zůstává na potvrzení prázdný: lhůta vyřízení nebo kalendář roku zde nejsou známy. Dopište jej ručně.</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>The printer did not take the pages</source>
        <translation>Tiskárna stránky nepřevzala</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Print them again, or save them as PDF.</source>
        <translation>Vytiskněte je znovu, nebo je uložte jako PDF.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The pages went to the printer</source>
        <translation>Stránky odešly do tiskárny</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Save as PDF</source>
        <translation>Uložit jako PDF</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>PDF (%1)</source>
        <translation>PDF (%1)</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Saved: %1</source>
        <translation>Uloženo: %1</translation>
    </message>
</context>
<context>
    <name>station::gui::PrintPreview</name>
    <message>
        <location filename="../app/gui/printing/print_preview.cpp" line="+49"/>
        <source>Previous page</source>
        <translation>Předchozí strana</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next page</source>
        <translation>Další strana</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>PgDown</source>
        <translation>PgDown</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Print preview</source>
        <translation>Náhled tisku</translation>
    </message>
    <message>
        <location line="+53"/>
        <source>Print</source>
        <translation>Vytisknout</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+1"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Save as PDF</source>
        <translation>Uložit jako PDF</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Looking for the printer …</source>
        <translation>Hledá se tiskárna …</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Printer: %1</source>
        <translation>Tiskárna: %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No printer here: save as PDF</source>
        <translation>Tiskárna zde není: uložte jako PDF</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The printer did not take it</source>
        <translation>Tiskárna úlohu nepřijala</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Printing …</source>
        <translation>Tiskne se …</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Page %1 of %2</source>
        <translation>Strana %1 z %2</translation>
    </message>
</context>
<context>
    <name>station::gui::RescanPanel</name>
    <message>
        <location filename="../app/gui/counter/rescan_panel.cpp" line="+17"/>
        <source>The repository has this paper. Why is it scanned again?</source>
        <translation>Úložiště tuto listinu má. Proč se skenuje znovu?</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The stored copy cannot be read well</source>
        <translation>Uložená kopie je špatně čitelná</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The paper has changed since</source>
        <translation>Listina se od té doby změnila</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The citizen wants a new copy</source>
        <translation>Občan si přeje novou kopii</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Another reason</source>
        <translation>Jiný důvod</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Not now</source>
        <translation>Teď ne</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::ReusePanel</name>
    <message>
        <location filename="../app/gui/counter/reuse_panel.cpp" line="+19"/>
        <source>Copies in the repository</source>
        <translation>Kopie v úložišti</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Not now</source>
        <translation>Teď ne</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::ScanController</name>
    <message>
        <location filename="../app/gui/counter/scan_controller.cpp" line="+31"/>
        <source>Looking for the scanner …</source>
        <translation>Hledá se skener …</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 is ready</source>
        <translation>%1 je připraven</translation>
    </message>
    <message>
        <location line="+24"/>
        <location line="+63"/>
        <source>The scanner starts …</source>
        <translation>Skener se spouští …</translation>
    </message>
    <message numerus="yes">
        <location line="-48"/>
        <source>Taking in %n file(s) …</source>
        <translation>
            <numerusform>Přebírá se %n soubor …</numerusform>
            <numerusform>Přebírají se %n soubory …</numerusform>
            <numerusform>Přebírá se %n souborů …</numerusform>
        </translation>
    </message>
    <message>
        <location line="+38"/>
        <source>The scanner stops after this sheet …</source>
        <translation>Skener se zastaví po tomto listu …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Stopping …</source>
        <translation>Zastavuje se …</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The scan ends here …</source>
        <translation>Skenování zde končí …</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Separator sheet: now paper %1, %2</source>
        <translation>Oddělovací list: nyní listina %1, %2</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Sheet %1 of %2, side %3: all safe on disk</source>
        <translation>List %1 z %2, strana %3: vše uloženo</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sheet %1, side %2: all safe on disk</source>
        <translation>List %1, strana %2: vše uloženo</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Paper %1</source>
        <translation>Listina %1</translation>
    </message>
    <message numerus="yes">
        <location line="+34"/>
        <source>Ended here: %n side(s) safe on disk</source>
        <translation>
            <numerusform>Ukončeno zde: %n strana uložena</numerusform>
            <numerusform>Ukončeno zde: %n strany uloženy</numerusform>
            <numerusform>Ukončeno zde: %n stran uloženo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n side(s) taken in, all safe on disk</source>
        <translation>
            <numerusform>%n strana převzata a uložena</numerusform>
            <numerusform>%n strany převzaty a uloženy</numerusform>
            <numerusform>%n stran převzato a uloženo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n side(s) scanned, all safe on disk</source>
        <translation>
            <numerusform>%n strana naskenována a uložena</numerusform>
            <numerusform>%n strany naskenovány a uloženy</numerusform>
            <numerusform>%n stran naskenováno a uloženo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::ScannerLine</name>
    <message>
        <location filename="../app/gui/counter/scanner_line.cpp" line="+15"/>
        <source>Progress</source>
        <translation>Průběh</translation>
    </message>
</context>
<context>
    <name>station::gui::SheetsLine</name>
    <message>
        <location filename="../app/gui/counter/sheets_line.cpp" line="+36"/>
        <source>Sheets not counted</source>
        <translation>Listy nespočítány</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Reason: %1</source>
        <translation>Důvod: %1</translation>
    </message>
</context>
<context>
    <name>station::gui::SideEditing</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/side_editing.cpp" line="+129"/>
        <source>%n thing(s) are sides of their own now</source>
        <translation>
            <numerusform>%n doklad má nyní vlastní stranu</numerusform>
            <numerusform>%n doklady mají nyní vlastní strany</numerusform>
            <numerusform>%n dokladů má nyní vlastní strany</numerusform>
        </translation>
    </message>
    <message>
        <location line="+48"/>
        <source>The side is now the last one of paper %1</source>
        <translation>Strana je nyní poslední v listině %1</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>No paper behind this one waits for sides. Choose one with Ctrl+Shift and its number</source>
        <translation>Žádná listina za touto nečeká na strany. Zvolte některou pomocí Ctrl+Shift a jejího čísla</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>This side and all behind it are now in paper %1</source>
        <translation>Tato strana a všechny za ní jsou nyní v listině %1</translation>
    </message>
</context>
<context>
    <name>station::gui::SideModel</name>
    <message>
        <location filename="../app/gui/counter/side_model.cpp" line="+127"/>
        <source>%1 front</source>
        <extracomment>%1 is the number of the sheet: its front (mặt trước) or back (mặt sau).</extracomment>
        <translation>%1 líc</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1 back</source>
        <translation>%1 rub</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Page %1 of %2, %3</source>
        <translation>Strana %1 z %2, %3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>looked at</source>
        <translation>prohlédnutá</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not looked at yet</source>
        <translation>ještě neprohlédnutá</translation>
    </message>
</context>
<context>
    <name>station::gui::SignController</name>
    <message>
        <location filename="../app/gui/counter/sign_controller.cpp" line="+103"/>
        <source>Looking at the token …</source>
        <translation>Zjišťuje se stav tokenu …</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>The token waits for its PIN</source>
        <translation>Token čeká na PIN</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>Signing …</source>
        <translation>Podepisuje se …</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>Signing: %1 of %2</source>
        <translation>Podepisuje se: %1 z %2</translation>
    </message>
    <message>
        <location line="+74"/>
        <source>The token is locked</source>
        <translation>Token je zamčený</translation>
    </message>
    <message>
        <location line="-24"/>
        <location line="+34"/>
        <source>Nothing was signed</source>
        <translation>Nic nebylo podepsáno</translation>
    </message>
    <message>
        <location line="-202"/>
        <source>The token is still being prepared; signing begins by itself …</source>
        <translation>Token se ještě připravuje; podepisování pak začne samo …</translation>
    </message>
    <message>
        <location line="+224"/>
        <source>All copies are signed</source>
        <translation>Všechny kopie jsou podepsány</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>What is signed stays signed.</source>
        <translation>Co je podepsáno, zůstane podepsané.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sign on</source>
        <translation>Podepisovat dál</translation>
    </message>
    <message>
        <location line="-75"/>
        <source>Signing did not finish</source>
        <translation>Podepisování nedoběhlo</translation>
    </message>
</context>
<context>
    <name>station::gui::StartPage</name>
    <message>
        <location filename="../app/gui/counter/start_page.cpp" line="+43"/>
        <source>Procedure</source>
        <translation>Postup</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Personal identification number or tax code</source>
        <translation>Osobní identifikační číslo nebo DIČ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Owner of the dossier</source>
        <translation>Vlastník spisu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dossier code</source>
        <translation>Kód spisu</translation>
    </message>
    <message>
        <location line="+12"/>
        <location line="+2"/>
        <source>Unfinished dossiers</source>
        <translation>Rozpracované spisy</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>put aside: %1</source>
        <translation>odloženo: %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>No dossier is unfinished.</source>
        <translation>Žádný spis není rozpracovaný.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Up, Down and Enter open a dossier from this list.</source>
        <translation>Šipkami a klávesou Enter otevřete spis ze seznamu.</translation>
    </message>
    <message>
        <location line="-52"/>
        <source>part of its name or code, also without accents</source>
        <translation>část názvu nebo kódu, i bez diakritiky</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Procedures found</source>
        <translation>Nalezené postupy</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>type the number, or scan the card&apos;s QR code</source>
        <translation>zadejte číslo, nebo načtěte QR kód průkazu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>empty when the portal gives it later</source>
        <translation>prázdné, přidělí-li jej portál později</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>New dossier</source>
        <translation>Nový spis</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>no code yet</source>
        <translation>zatím bez kódu</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>received %1</source>
        <translation>přijato %1</translation>
    </message>
</context>
<context>
    <name>station::gui::TokenSign</name>
    <message>
        <location filename="../app/gui/counter/token_sign.cpp" line="+15"/>
        <source>Token unlocked</source>
        <translation>Token odemčen</translation>
    </message>
</context>
<context>
    <name>station::gui::Tour</name>
    <message>
        <location filename="../app/gui/training/tour.cpp" line="+15"/>
        <source>%1 folds the tour away</source>
        <translation>%1 průvodce skryje</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Welcome. A training dossier lies ready: press Enter to open it. At the counter you scan the barcode of the slip here, type the code, or hold the citizen&apos;s card under the hand scanner.</source>
        <translation>Vítejte. Cvičný spis je připraven: otevřete jej klávesou Enter. Na přepážce zde načtete čárový kód z potvrzení o přijetí, napíšete kód spisu, nebo podržíte průkaz občana pod ruční čtečkou.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Choose the procedure, then scan the card&apos;s QR code: number and name fill themselves. Enter goes from field to field.</source>
        <translation>Vyberte postup a načtěte QR kód průkazu: číslo a jméno se vyplní samy. Enter přechází z pole do pole.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Not every paper is scanned. What the repository has already is reused, what only has to be seen is shown and given back, and a secret paper is refused. The button below says what the rules advise.</source>
        <translation>Neskenuje se každá listina. Co už úložiště má, použije se znovu, co stačí jen vidět, předloží se a vrátí, a utajená listina se odmítne. Tlačítko dole říká, co doporučují předpisy.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Put the paper into the feeder (F12 lays training papers there) and scan it. A side that you see is safe, whatever happens to the computer.</source>
        <translation>Vložte papír do podavače (cvičné listiny tam vložíte klávesou F12) a naskenujte jej. Strana, kterou vidíte, je uložena, ať se s počítačem stane cokoli.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Sides appear while the scanner still runs. Esc stops it; what is there stays.</source>
        <translation>Strany se objevují, zatímco skener ještě běží. Esc jej zastaví; co už je vidět, zůstane.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner stands still. The card tells which sheet to put back; Enter goes on from there, nothing is scanned twice.</source>
        <translation>Skener stojí. Karta říká, který list vrátit; Enter odtud pokračuje a nic se nenaskenuje dvakrát.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The sheets differ from what was counted. Scan what is missing, or say why it is right: the reason is kept with the paper.</source>
        <translation>Počet listů se liší od spočítaného. Doskenujte, co chybí, nebo uveďte, proč je to správně: důvod zůstane uložen u listiny.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>You sign that the copy is true, so every page has to stand on the screen once. Hold M for the magnifying glass, V for the page as scanned.</source>
        <translation>Podpisem stvrzujete, že kopie je věrná, proto musí být každá strana jednou na obrazovce. Podržte M pro lupu, V pro stranu přímo ze skeneru.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All pages are there. Now the copies get your personal digital signature, before anything is read from them: that is the order of the law.</source>
        <translation>Všechny strany jsou na místě. Kopie nyní dostanou váš osobní digitální podpis, než se z nich cokoli vytěží: takové pořadí určuje zákon.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Type the PIN of the training token; it stands in the yellow bar. It is kept nowhere, and the token locks itself after some idle minutes.</source>
        <translation>Zadejte PIN cvičného tokenu; je uveden ve žlutém pruhu. Nikam se neukládá a token se po několika minutách nečinnosti sám zamkne.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Doubtful values come first. The page shows the ink that each was read from: compare, correct if needed, and press Enter.</source>
        <translation>Nejisté údaje jsou první. Strana ukazuje místo, odkud byl každý přečten: porovnejte, v případě potřeby opravte a stiskněte Enter.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The digitization code is proposed from what you confirmed. Enter accepts it; it is claimed when the dossier is handed over.</source>
        <translation>Kód digitalizace se navrhne z toho, co jste potvrdili. Enter jej přijme; přidělí se při předání spisu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>F10 stores the copies and tells the department at once. When the line is dead the station sends them later by itself.</source>
        <translation>F10 uloží kopie a hned zpraví odbor. Nefunguje-li spojení, stanice je odešle později sama.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Done: the department has the dossier. F10 takes you to the next one. Try a jam or an open cover with F12, too: nothing can be broken here.</source>
        <translation>Hotovo: odbor spis má. F10 vás převede k dalšímu. Vyzkoušejte klávesou F12 i uvíznutí papíru nebo otevřený kryt: nic se tu nemůže pokazit.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The repository has this paper already. Enter uses the copy: nobody has to bring it again, and nothing is scanned.</source>
        <translation>Úložiště tuto listinu už má. Enter kopii použije: nikdo ji nemusí nosit znovu a nic se neskenuje.</translation>
    </message>
</context>
<context>
    <name>station::gui::TrainingBar</name>
    <message>
        <location filename="../app/gui/training/training_bar.cpp" line="+19"/>
        <source>   ·   the training token is being made …</source>
        <translation>   ·   cvičný token se vytváří …</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>   ·   PIN of the training token: %1</source>
        <translation>   ·   PIN cvičného tokenu: %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>TRAINING   ·   nothing here is real or sent</source>
        <extracomment>Vietnamese: TẬP HUẤN.</extracomment>
        <translation>ŠKOLENÍ   ·   nic zde není skutečné ani se neodesílá</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>   ·   %1: tray of the training scanner</source>
        <translation>   ·   %1: zásobník cvičného skeneru</translation>
    </message>
</context>
<context>
    <name>station::gui::TrainingPanel</name>
    <message>
        <location filename="../app/gui/training/training_panel.cpp" line="+23"/>
        <location line="+122"/>
        <source>Open the cover</source>
        <translation>Otevřít kryt</translation>
    </message>
    <message>
        <location line="-121"/>
        <location line="+122"/>
        <source>Unplug it</source>
        <translation>Odpojit</translation>
    </message>
    <message>
        <location line="-117"/>
        <source>Training paper</source>
        <translation>Cvičná listina</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Sheets to put back</source>
        <translation>Počet vracených listů</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Put into the feeder</source>
        <translation>Vložit do podavače</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Its separator sheet</source>
        <translation>Její oddělovací list</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Empty the feeder</source>
        <translation>Vyprázdnit podavač</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Press the scanner&apos;s key</source>
        <translation>Stisknout tlačítko skeneru</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Make a trouble:</source>
        <translation>Vyvolat závadu:</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Jam the next sheet</source>
        <translation>Další list uvízne</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Two sheets at once</source>
        <translation>Dva listy najednou</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stop answering</source>
        <translation>Skener neodpovídá</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put sheets back</source>
        <translation>Vrátit listy</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>Close the cover</source>
        <translation>Zavřít kryt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plug it in</source>
        <translation>Připojit</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n sheet(s) in the feeder</source>
        <translation>
            <numerusform>%n list v podavači</numerusform>
            <numerusform>%n listy v podavači</numerusform>
            <numerusform>%n listů v podavači</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>unplugged · </source>
        <translation>odpojeno · </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>jammed · </source>
        <translation>papír uvízl · </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>cover open · </source>
        <translation>kryt otevřen · </translation>
    </message>
</context>
<context>
    <name>station::gui::TroubleCard</name>
    <message>
        <location filename="../app/gui/counter/trouble_card.cpp" line="+123"/>
        <source>Scan on</source>
        <translation>Skenovat dál</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="-86"/>
        <source>End here</source>
        <translation>Ukončit zde</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::TroubleController</name>
    <message>
        <location filename="../app/gui/counter/trouble_controller.cpp" line="+40"/>
        <source>Paper %1: %2</source>
        <translation>Listina %1: %2</translation>
    </message>
</context>
<context>
    <name>station::gui::UndoOrder</name>
    <message>
        <location filename="../app/gui/counter/undo_order.cpp" line="+122"/>
        <source>Undone: %1</source>
        <extracomment>%1 names the edit: turn, move, set aside …</extracomment>
        <translation>Vzato zpět: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Done again: %1</source>
        <translation>Provedeno znovu: %1</translation>
    </message>
</context>
</TS>
