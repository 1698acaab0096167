// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Admin

// User, password and, where there is a second factor, a code; with what the door answers below.
FocusScope {
    id: card

    required property GateModel model
    property string title: ""
    property string detail: ""

    function enter() {
        model.enter(user.text, password.text, code.text)
        password.clear()
        code.clear()
    }

    objectName: "gateCard"
    implicitWidth: Theme.px(380)
    implicitHeight: column.implicitHeight + 2 * Theme.space6

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.line
    }
    Column {
        id: column

        x: Theme.space6
        y: Theme.space6
        width: parent.width - 2 * Theme.space6
        spacing: Theme.space3

        Row {
            spacing: Theme.space2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(20)
                height: width
                name: "lock"
                color: Theme.accent
            }
            Label {
                text: card.title
                font: Theme.titleFont
            }
        }
        Text {
            width: parent.width
            text: card.detail
            font: Theme.smallFont
            color: Theme.textMuted
            wrapMode: Text.WrapAnywhere
            textFormat: Text.PlainText
        }
        FormRow {
            width: parent.width
            label: qsTr("User")

            TextField {
                id: user

                objectName: "gateUser"
                label: qsTr("User")
                focus: card.model.user === ""
                value: card.model.user
                enabled: !card.model.busy
                Keys.onReturnPressed: password.forceActiveFocus()
            }
        }
        FormRow {
            width: parent.width
            label: qsTr("Password")

            TextField {
                id: password

                objectName: "gatePassword"
                label: qsTr("Password")
                focus: card.model.user !== ""
                echoMode: TextInput.Password
                enabled: !card.model.busy && card.model.waitSeconds === 0
                invalid: card.model.failure !== ""
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                Keys.onReturnPressed: card.enter()
                Keys.onEnterPressed: card.enter()
            }
        }
        FormRow {
            width: parent.width
            visible: card.model.codeAsked
            label: qsTr("Code")
            hint: qsTr("From the authenticator app, or a recovery code")

            TextField {
                id: code

                objectName: "gateCode"
                label: qsTr("Code")
                enabled: !card.model.busy && card.model.waitSeconds === 0
                inputMethodHints: Qt.ImhSensitiveData
                Keys.onReturnPressed: card.enter()
                Keys.onEnterPressed: card.enter()
            }
        }
        Text {
            objectName: "gateFailure"
            width: parent.width
            visible: text !== ""
            text: card.model.busy ? card.model.work : card.model.failure
            font: Theme.bodyFont
            color: card.model.busy ? Theme.textMuted : Theme.danger
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
        Button {
            objectName: "gateEnter"
            anchors.right: parent.right
            kind: Button.Primary
            text: qsTr("Enter")
            enabled: !card.model.busy && card.model.waitSeconds === 0
            onClicked: card.enter()
        }
    }
}
