// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Rialto.Theme
import Rialto.Kit

Item {
    id: page

    width: 600
    height: 500

    property int presses: 0

    Column {
        spacing: 4

        Button { id: button; text: "Go"; onClicked: page.presses += 1 }
        TextField { id: text; value: "one" }
        NumberField { id: number; value: "10.00"; unit: "USD" }
        SearchField { id: search }
        ComboBox { id: combo; model: ["Day", "GTC", "IOC"] }
        SegmentedControl { id: segments; model: ["Buy", "Sell", "Short"] }
        Tabs { id: tabs; model: ["A", "B", "C"] }
        Switch { id: toggle; text: "S" }
        CheckBox { id: check; text: "C" }
        ProgressBar { id: progress; cancellable: true; value: 0.5; label: "Job" }
        LinkChip { id: chip; onPicked: (group) => chip.group = group }
        StatusStrip { id: strip; width: 500; notices: notices }
        FormRow { id: row; width: 300; label: "Name"; TextField { id: inRow } }
    }
    Notices { id: notices }
    ToastArea { id: toasts; anchors.fill: parent; notices: notices }

    SignalSpy { id: stepped; target: number; signalName: "stepped" }
    SignalSpy { id: numberEdited; target: number; signalName: "edited" }
    SignalSpy { id: textEdited; target: text; signalName: "edited" }
    SignalSpy { id: searchEdited; target: search; signalName: "edited" }
    SignalSpy { id: chosen; target: segments; signalName: "activated" }
    SignalSpy { id: cancelled; target: progress; signalName: "cancelled" }

    TestCase {
        name: "Controls"
        when: windowShown

        function init() {
            stepped.clear()
            numberEdited.clear()
            textEdited.clear()
            searchEdited.clear()
            chosen.clear()
            cancelled.clear()
        }

        function test_buttonByKeyboardAndMouse() {
            page.presses = 0
            button.forceActiveFocus()
            keyClick(Qt.Key_Return)
            keyClick(Qt.Key_Space)
            mouseClick(button)
            compare(page.presses, 3)
        }

        function test_textFieldShowsTheModelAndReportsTyping() {
            compare(text.text, "one")
            text.forceActiveFocus()
            keyClick(Qt.Key_End)
            keyClick(Qt.Key_X)
            compare(textEdited.count, 1)
            compare(textEdited.signalArguments[0][0].slice(-1), "x")
            button.forceActiveFocus()
            text.value = "two"
            compare(text.text, "two")
        }

        function test_numberFieldStepsByKeysAndWheelAndNeverCalculates() {
            number.forceActiveFocus()
            keyClick(Qt.Key_Up)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Up, Qt.ShiftModifier)
            compare(stepped.count, 3)
            compare(stepped.signalArguments[0][0], 1)
            compare(stepped.signalArguments[1][0], -1)
            compare(stepped.signalArguments[2][0], 10)
            mouseWheel(number, 20, 10, 0, 120)
            compare(stepped.count, 4)
            compare(number.text, "10.00")
            button.forceActiveFocus()
            mouseWheel(number, 20, 10, 0, 120)
            compare(stepped.count, 4)
            number.value = "10.01"
            compare(number.text, "10.01")
        }

        function test_numberFieldTakesDigitsOnly() {
            number.forceActiveFocus()
            number.selectAll()
            keyClick(Qt.Key_A)
            compare(numberEdited.count, 0)
            keyClick(Qt.Key_7)
            compare(numberEdited.count, 1)
            compare(number.text, "7")
        }

        function test_searchFieldIsEmptiedByEscape() {
            search.forceActiveFocus()
            keyClick(Qt.Key_S)
            compare(search.text, "s")
            keyClick(Qt.Key_Escape)
            compare(search.text, "")
            compare(searchEdited.count, 2)
        }

        function test_comboBoxByKeyboard() {
            combo.currentIndex = 0
            combo.forceActiveFocus()
            keyClick(Qt.Key_Down)
            compare(combo.currentIndex, 1)
            keyClick(Qt.Key_Space)
            tryVerify(() => combo.popup.opened)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)
            compare(combo.currentIndex, 2)
            tryVerify(() => !combo.popup.visible)
        }

        function test_segmentsByArrowsAndMouse() {
            segments.currentIndex = 0
            segments.forceActiveFocus()
            keyClick(Qt.Key_Right)
            compare(segments.currentIndex, 1)
            keyClick(Qt.Key_Left)
            keyClick(Qt.Key_Left)
            compare(segments.currentIndex, 0)
            compare(chosen.count, 2)
            mouseClick(segments, segments.width - 10, 10)
            compare(segments.currentIndex, 2)
        }

        function test_tabsByArrows() {
            tabs.currentIndex = 0
            tabs.forceActiveFocus()
            keyClick(Qt.Key_Right)
            compare(tabs.currentIndex, 1)
        }

        function test_switchAndCheckBoxBySpace() {
            toggle.forceActiveFocus()
            keyClick(Qt.Key_Space)
            verify(toggle.checked)
            check.forceActiveFocus()
            keyClick(Qt.Key_Space)
            verify(check.checked)
        }

        function test_progressIsCancelledByEscapeAndButton() {
            progress.forceActiveFocus()
            keyClick(Qt.Key_Escape)
            mouseClick(findChild(progress, "progressCancel"))
            compare(cancelled.count, 2)
        }

        function test_linkChipByKeyboard() {
            chip.group = 2
            chip.forceActiveFocus()
            keyClick(Qt.Key_Space)
            wait(150)
            keyClick(Qt.Key_Right)
            keyClick(Qt.Key_Return)
            compare(chip.group, 3)
        }

        function test_equalNoticesAreCountedAndTheBellClearsThem() {
            notices.clear()
            notices.post(Notices.Warning, "Late", "", "")
            notices.post(Notices.Warning, "Late", "", "")
            notices.post(Notices.Error, "Refused", "", "")
            compare(notices.count, 2)
            compare(notices.unread, 3)
            compare(findChild(strip, "statusLatest").text, "Refused")
            verify(findChild(toasts, "toast") !== null)
            const bell = findChild(strip, "statusNotices")
            mouseClick(bell)
            mouseClick(bell)
            tryCompare(notices, "unread", 0)
        }

        function test_fieldsFillTheirRow() {
            compare(inRow.width, row.width - row.labelWidth)
        }

        function test_everyControlHasANameForTheScreenReader() {
            for (const control of [button, text, number, search, combo, segments, tabs, toggle, check, progress, chip, strip])
                verify(control.objectName !== "", String(control))
        }

        function test_scaleDoublesTheControls() {
            const before = button.height
            Theme.scale = 2
            compare(button.height, before * 2)
            Theme.scale = 1
        }
    }
}
