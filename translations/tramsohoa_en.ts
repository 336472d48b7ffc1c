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
    <name>Cli</name>
    <message numerus="yes">
        <location filename="../app/cli/certificate_lines.cpp" line="+22"/>
        <source>ends within %n days: ask your authority for a new one now</source>
        <translation>
            <numerusform>ends within %n day: ask your authority for a new one now</numerusform>
            <numerusform>ends within %n days: ask your authority for a new one now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_sign.cpp" line="+100"/>
        <source>%n copies wait for their time stamp or proof</source>
        <translation>
            <numerusform>%n copy waits for its time stamp or proof</numerusform>
            <numerusform>%n copies wait for their time stamp or proof</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_backup.cpp" line="+78"/>
        <source>attention: %n signed copies are not on the disk; call IT</source>
        <translation>
            <numerusform>attention: %n signed copy is not on the disk; call IT</numerusform>
            <numerusform>attention: %n signed copies are not on the disk; call IT</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+48"/>
        <source>%n objects will be sent again</source>
        <translation>
            <numerusform>%n object will be sent again</numerusform>
            <numerusform>%n objects will be sent again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_repository.cpp" line="+36"/>
        <source>attention: its clock differs from this machine&apos;s by %n minute(s)</source>
        <translation>
            <numerusform>attention: its clock differs from this machine&apos;s by %n minute</numerusform>
            <numerusform>attention: its clock differs from this machine&apos;s by %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+31"/>
        <source>%n dossiers</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n objects written under the newest key; all dossiers of this station are done</source>
        <translation>
            <numerusform>%n object written under the newest key; all dossiers of this station are done</numerusform>
            <numerusform>%n objects written under the newest key; all dossiers of this station are done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_sync.cpp" line="+114"/>
        <source>%n hand-over(s) sent</source>
        <translation>
            <numerusform>%n hand-over sent</numerusform>
            <numerusform>%n hand-overs sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_audit.cpp" line="+46"/>
        <source>%n objects read again, %1 of them lost</source>
        <translation>
            <numerusform>%n object read again, %1 of them lost</numerusform>
            <numerusform>%n objects read again, %1 of them lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n objects sent again</source>
        <translation>
            <numerusform>%n object sent again</numerusform>
            <numerusform>%n objects sent again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_inbox.cpp" line="+98"/>
        <location filename="../app/cli/command_sync.cpp" line="-3"/>
        <source>%n hand-overs without an answer</source>
        <translation>
            <numerusform>%n hand-over without an answer</numerusform>
            <numerusform>%n hand-overs without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_purge.cpp" line="+25"/>
        <source>%n copies would lie in the repository alone; %1 files, %2 MB would be removed from this station</source>
        <translation>
            <numerusform>%n copy would lie in the repository alone; %1 files, %2 MB would be removed from this station</numerusform>
            <numerusform>%n copies would lie in the repository alone; %1 files, %2 MB would be removed from this station</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n copies lie in the repository alone now; %1 files, %2 MB removed from this station</source>
        <translation>
            <numerusform>%n copy lies in the repository alone now; %1 files, %2 MB removed from this station</numerusform>
            <numerusform>%n copies lie in the repository alone now; %1 files, %2 MB removed from this station</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>pictures of %n pages, %1 MB, would be removed with them</source>
        <translation>
            <numerusform>picture of %n page, %1 MB, would be removed with them</numerusform>
            <numerusform>pictures of %n pages, %1 MB, would be removed with them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>pictures of %n pages, %1 MB, removed with them</source>
        <translation>
            <numerusform>picture of %n page, %1 MB, removed with them</numerusform>
            <numerusform>pictures of %n pages, %1 MB, removed with them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%n copies fetched back</source>
        <translation>
            <numerusform>%n copy fetched back</numerusform>
            <numerusform>%n copies fetched back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_self_test.cpp" line="+155"/>
        <source>%n objects of the repository are lost: `audit sample` names them</source>
        <translation>
            <numerusform>%n object of the repository is lost: `audit sample` names it</numerusform>
            <numerusform>%n objects of the repository are lost: `audit sample` names them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignWords</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/sign_words.cpp" line="+58"/>
        <source>The certificate ends in less than %n day(s). Ask your authority for a new one now.</source>
        <translation>
            <numerusform>The certificate ends in less than %n day. Ask your authority for a new one now.</numerusform>
            <numerusform>The certificate ends in less than %n days. Ask your authority for a new one now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+21"/>
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+50"/>
        <source>%n signed</source>
        <translation>
            <numerusform>%n signed</numerusform>
            <numerusform>%n signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n not reached</source>
        <translation>
            <numerusform>%n not reached</numerusform>
            <numerusform>%n not reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%1 of %n copy(s) are signed</source>
        <extracomment>%1 of %n copies.</extracomment>
        <translation>
            <numerusform>%1 of %n copy is signed</numerusform>
            <numerusform>%1 of %n copies are signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n copy(s) wait for their time stamp</source>
        <translation>
            <numerusform>%n copy waits for its time stamp</numerusform>
            <numerusform>%n copies wait for their time stamp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+17"/>
        <source>%n notice(s) were not taken and need help</source>
        <extracomment>A notice about a dossier that the department already has, to the portal (Cổng dịch vụ công) or to the department&apos;s own system.</extracomment>
        <translation>
            <numerusform>%n notice was not taken and needs help</numerusform>
            <numerusform>%n notices were not taken and need help</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n notice(s) are still to be sent</source>
        <translation>
            <numerusform>%n notice is still to be sent</numerusform>
            <numerusform>%n notices are still to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>the repository has lost %n object(s): call IT</source>
        <translation>
            <numerusform>the repository has lost %n object: call IT</numerusform>
            <numerusform>the repository has lost %n objects: call IT</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n dossier(s) could not be stored and need help</source>
        <translation>
            <numerusform>%n dossier could not be stored and needs help</numerusform>
            <numerusform>%n dossiers could not be stored and need help</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n dossier(s) are on their way to the repository</source>
        <translation>
            <numerusform>%n dossier is on its way to the repository</numerusform>
            <numerusform>%n dossiers are on their way to the repository</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n dossier(s) without an answer of the department</source>
        <translation>
            <numerusform>%n dossier without an answer of the department</numerusform>
            <numerusform>%n dossiers without an answer of the department</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/step_words.cpp" line="+76"/>
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
        <location filename="../app/gui/counter/words.cpp" line="+154"/>
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
        <location filename="../app/gui/counter/capture_controller.cpp" line="+219"/>
        <source>%n side(s) were taken in from files</source>
        <translation>
            <numerusform>%n side was taken in from files</numerusform>
            <numerusform>%n sides were taken in from files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::CounterController</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/counter_controller.cpp" line="+317"/>
        <source>%n copy(s) wait for their time stamp and follow when you open it again.</source>
        <translation>
            <numerusform>%n copy waits for its time stamp and follows when you open the dossier again.</numerusform>
            <numerusform>%n copies wait for their time stamp and follow when you open the dossier again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+242"/>
        <source>%n dossier(s) wait to be sent until the station runs again.</source>
        <translation>
            <numerusform>%n dossier waits to be sent until the station runs again.</numerusform>
            <numerusform>%n dossiers wait to be sent until the station runs again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n copy(s) wait for their time stamp until the station runs again.</source>
        <translation>
            <numerusform>%n copy waits for its time stamp until the station runs again.</numerusform>
            <numerusform>%n copies wait for their time stamp until the station runs again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::CounterWindow</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/counter_window.cpp" line="+101"/>
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
        <location filename="../app/gui/counter/explain_panel.cpp" line="+57"/>
        <source>%1 of %n sheet(s) are scanned</source>
        <translation>
            <numerusform>%1 of %n sheet is scanned</numerusform>
            <numerusform>%1 of %n sheets are scanned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::PinPanel</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/pin_panel.cpp" line="+175"/>
        <source>Asked once for all copies. The token locks itself %n minute(s) after the last signature.</source>
        <translation>
            <numerusform>Asked once for all copies. The token locks itself %n minute after the last signature.</numerusform>
            <numerusform>Asked once for all copies. The token locks itself %n minutes after the last signature.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+127"/>
        <source>Too short: a PIN of this token has at least %n character(s). The token was not asked.</source>
        <translation>
            <numerusform>Too short: a PIN of this token has at least %n character. The token was not asked.</numerusform>
            <numerusform>Too short: a PIN of this token has at least %n characters. The token was not asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Too long: a PIN of this token has at most %n character(s). The token was not asked.</source>
        <translation>
            <numerusform>Too long: a PIN of this token has at most %n character. The token was not asked.</numerusform>
            <numerusform>Too long: a PIN of this token has at most %n characters. The token was not asked.</numerusform>
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
    <name>station::gui::SideEditing</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/side_editing.cpp" line="+129"/>
        <source>%n thing(s) are sides of their own now</source>
        <translation>
            <numerusform>%n thing is a side of its own now</numerusform>
            <numerusform>%n things are sides of their own now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::TrainingPanel</name>
    <message numerus="yes">
        <location filename="../app/gui/training/training_panel.cpp" line="+147"/>
        <source>%n sheet(s) in the feeder</source>
        <translation>
            <numerusform>%n sheet in the feeder</numerusform>
            <numerusform>%n sheets in the feeder</numerusform>
        </translation>
    </message>
</context>
</TS>
