<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CaptureWords</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/capture_words.cpp" line="+25"/>
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 / %n sheet(s)</source>
        <extracomment>%1 sheets were scanned of %n that were counted.</extracomment>
        <translation>
            <numerusform>%1 / %n sheet</numerusform>
            <numerusform>%1 / %n sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%1 of %n sheet(s)</source>
        <translation>
            <numerusform>%1 of %n sheet</numerusform>
            <numerusform>%1 of %n sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/step_words.cpp" line="+58"/>
        <source>Sign %n copy(s)</source>
        <translation>
            <numerusform>Sign %n copy</numerusform>
            <numerusform>Sign %n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleWords</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/trouble_words.cpp" line="+18"/>
        <source>%1 of %n sheet(s) are safe</source>
        <extracomment>%1 of %n counted sheets.</extracomment>
        <translation>
            <numerusform>%1 of %n sheet is safe</numerusform>
            <numerusform>%1 of %n sheets are safe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n sheet(s) are safe</source>
        <translation>
            <numerusform>%n sheet is safe</numerusform>
            <numerusform>%n sheets are safe</numerusform>
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
    <name>station::gui::CaptureController</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/capture_controller.cpp" line="+199"/>
        <source>%n side(s) were taken in from files</source>
        <translation>
            <numerusform>%n side was taken in from files</numerusform>
            <numerusform>%n sides were taken in from files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::CounterWindow</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/counter_window.cpp" line="+106"/>
        <source>%n scanned file(s) belong to no dossier</source>
        <translation>
            <numerusform>%n scanned file belongs to no dossier</numerusform>
            <numerusform>%n scanned files belong to no dossier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n side(s) of the last scan are back in their place</source>
        <translation>
            <numerusform>%n side of the last scan is back in its place</numerusform>
            <numerusform>%n sides of the last scan are back in their place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::ExplainPanel</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/explain_panel.cpp" line="+54"/>
        <source>%1 of %n sheet(s) are scanned</source>
        <translation>
            <numerusform>%1 of %n sheet is scanned</numerusform>
            <numerusform>%1 of %n sheets are scanned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::ScanController</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/scan_controller.cpp" line="+80"/>
        <source>Taking in %n file(s) …</source>
        <translation>
            <numerusform>Taking in %n file …</numerusform>
            <numerusform>Taking in %n files …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+145"/>
        <source>Ended here: %n side(s) safe on disk</source>
        <translation>
            <numerusform>Ended here: %n side safe on disk</numerusform>
            <numerusform>Ended here: %n sides safe on disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n side(s) taken in, all safe on disk</source>
        <translation>
            <numerusform>%n side taken in, all safe on disk</numerusform>
            <numerusform>%n sides taken in, all safe on disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n side(s) scanned, all safe on disk</source>
        <translation>
            <numerusform>%n side scanned, all safe on disk</numerusform>
            <numerusform>%n sides scanned, all safe on disk</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::TrainingPanel</name>
    <message numerus="yes">
        <location filename="../app/gui/training/training_panel.cpp" line="+144"/>
        <source>%n sheet(s) in the feeder</source>
        <translation>
            <numerusform>%n sheet in the feeder</numerusform>
            <numerusform>%n sheets in the feeder</numerusform>
        </translation>
    </message>
</context>
</TS>
