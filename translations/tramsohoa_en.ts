<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/step_words.cpp" line="+44"/>
        <source>Sign %n copy(s)</source>
        <translation>
            <numerusform>Sign %n copy</numerusform>
            <numerusform>Sign %n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/words.cpp" line="+88"/>
        <source>%n side(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sides</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::ScanController</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/scan_controller.cpp" line="+72"/>
        <source>Scanning: %n side(s) safe on disk</source>
        <translation>
            <numerusform>Scanning: %n side safe on disk</numerusform>
            <numerusform>Scanning: %n sides safe on disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n side(s) scanned, all safe on disk</source>
        <translation>
            <numerusform>%n side scanned, all safe on disk</numerusform>
            <numerusform>%n sides scanned, all safe on disk</numerusform>
        </translation>
    </message>
</context>
</TS>
