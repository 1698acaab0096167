// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Admin

// Puts the lock on a book that has none.
Panel {
    id: panel

    required property AdminModel model

    function protect() {
        model.protect(user.text, display.text, password.text, again.text)
    }

    objectName: "protectPanel"
    title: qsTr("Protect this book")

    ScrollArea {
        anchors.fill: parent
        spacing: Theme.space3

        Text {
            width: parent.width
            text: qsTr("Now anybody at this computer opens the book, without a password. With the lock on, the book is encrypted on the disk, and every way in asks for a user: the screen, the console and the server.")
            font: Theme.bodyFont
            color: Theme.textMuted
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
        Text {
            width: parent.width
            text: qsTr("There is no way back in without a password: nobody can reset the last admin's. Make a backup first, and write the password down where you keep what matters.")
            font: Theme.bodyFont
            color: Theme.warning
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
        FormRow {
            width: parent.width
            labelWidth: Theme.px(110)
            label: qsTr("User")
            hint: qsTr("Small letters and digits; the first user is an admin")

            TextField {
                id: user

                objectName: "protectUser"
                label: qsTr("User")
                focus: true
                enabled: panel.model.canProtect
            }
        }
        FormRow {
            width: parent.width
            labelWidth: Theme.px(110)
            label: qsTr("Name")

            TextField {
                id: display

                objectName: "protectName"
                label: qsTr("Name")
                enabled: panel.model.canProtect
            }
        }
        FormRow {
            width: parent.width
            labelWidth: Theme.px(110)
            label: qsTr("Password")
            hint: qsTr("15 characters or more; a sentence of your own is good")

            TextField {
                id: password

                objectName: "protectPassword"
                label: qsTr("Password")
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                enabled: panel.model.canProtect
            }
        }
        FormRow {
            width: parent.width
            labelWidth: Theme.px(110)
            label: qsTr("Once more")

            TextField {
                id: again

                objectName: "protectAgain"
                label: qsTr("Once more")
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                enabled: panel.model.canProtect
                Keys.onReturnPressed: panel.protect()
            }
        }
        Text {
            objectName: "protectFailure"
            width: parent.width
            visible: text !== ""
            text: panel.model.failure
            font: Theme.bodyFont
            color: Theme.danger
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
        Button {
            objectName: "protectButton"
            anchors.right: parent.right
            kind: Button.Primary
            icon.name: "lock"
            text: qsTr("Put the lock on")
            enabled: panel.model.canProtect && user.text !== "" && password.text !== ""
            onClicked: panel.protect()
        }
        SectionLabel { text: qsTr("What it does") }
        Repeater {
            model: [
                qsTr("Each page of the book is encrypted and authenticated by itself (XChaCha20-Poly1305); a changed byte is noticed and named."),
                qsTr("The key is wrapped for each user under their password (Argon2id); a new password wraps it anew."),
                qsTr("After five wrong passwords there is a wait that doubles, up to an hour; then a day."),
                qsTr("Users have roles, and may be held to some clients; what a policy names waits for a second person."),
                qsTr("The market data is encrypted too. Exports are not: keep them where only you can read.")
            ]

            Text {
                required property string modelData

                width: parent ? parent.width : 0
                text: modelData
                font: Theme.smallFont
                color: Theme.textFaint
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
        }
    }
}
