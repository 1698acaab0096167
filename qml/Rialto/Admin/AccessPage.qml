// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Admin

// The user's own password and second factor.
Panel {
    id: page

    required property AdminModel model

    objectName: "accessPage"
    title: qsTr("My access")

    ScrollArea {
        width: Math.min(parent.width, Theme.px(480))
        height: parent.height
        enabled: !page.model.busy

        SectionLabel { text: qsTr("Password") }
        FormRow {
            width: parent.width
            labelWidth: Theme.px(120)
            label: qsTr("Old password")

            TextField { id: old; objectName: "oldPassword"; label: qsTr("Old password"); echoMode: TextInput.Password; inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText }
        }
        FormRow {
            width: parent.width
            labelWidth: Theme.px(120)
            label: qsTr("New password")
            hint: qsTr("15 characters or more; a sentence of your own is good")

            TextField { id: fresh; objectName: "freshPassword"; label: qsTr("New password"); echoMode: TextInput.Password; inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText }
        }
        FormRow {
            width: parent.width
            labelWidth: Theme.px(120)
            label: qsTr("Once more")

            TextField { id: again; objectName: "freshAgain"; label: qsTr("Once more"); echoMode: TextInput.Password; inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText }
        }
        Button {
            objectName: "changePassword"
            anchors.right: parent.right
            kind: Button.Primary
            text: qsTr("Change")
            enabled: old.text !== "" && fresh.text !== ""
            onClicked: {
                page.model.changeOwnPassword(old.text, fresh.text, again.text)
                old.clear()
                fresh.clear()
                again.clear()
            }
        }
        SectionLabel { text: qsTr("Second factor") }
        Text {
            width: parent.width
            text: qsTr("A one-time code of an authenticator app is asked for with the password. With it, eight characters are enough.")
            font: Theme.bodyFont
            color: Theme.textMuted
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
        Button {
            objectName: "beginFactor"
            visible: page.model.factor === ""
            text: qsTr("Begin with a new one")
            onClicked: page.model.beginFactor()
        }
        FormRow {
            width: parent.width
            visible: page.model.factor !== ""
            labelWidth: Theme.px(120)
            label: qsTr("Secret")
            hint: qsTr("Type it into the app: time-based, six digits, 30 seconds")

            TextField { objectName: "factorSecret"; label: qsTr("Secret"); readOnly: true; value: page.model.factor }
        }
        Button {
            anchors.right: parent.right
            visible: page.model.factor !== ""
            icon.name: "copy"
            text: qsTr("Copy")
            onClicked: page.model.copySecret(page.model.factor)
        }
        FormRow {
            width: parent.width
            visible: page.model.factor !== ""
            labelWidth: Theme.px(120)
            label: qsTr("Code")
            hint: qsTr("The first code of the app proves that it works")

            TextField { id: code; objectName: "factorCode"; label: qsTr("Code"); Keys.onReturnPressed: page.model.confirmFactor(text) }
        }
        Button {
            objectName: "confirmFactor"
            anchors.right: parent.right
            visible: page.model.factor !== ""
            kind: Button.Primary
            text: qsTr("Confirm")
            onClicked: page.model.confirmFactor(code.text)
        }
        SectionLabel {
            visible: page.model.recoveryCodes.length > 0
            text: qsTr("Recovery codes")
        }
        Text {
            objectName: "recoveryCodes"
            width: parent.width
            visible: page.model.recoveryCodes.length > 0
            text: page.model.recoveryCodes.join("\n")
            font: Theme.figureFont
            color: Theme.text
            textFormat: Text.PlainText
        }
    }
}
