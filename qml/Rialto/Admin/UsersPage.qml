// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Admin

// Users at the left with their sessions below; one to be added or changed at the right.
SplitView {
    id: page

    required property AdminModel model

    objectName: "usersPage"
    orientation: Qt.Horizontal

    SplitView {
        orientation: Qt.Vertical
        T.SplitView.fillWidth: true

        Panel {
            title: qsTr("Users")
            T.SplitView.fillHeight: true

            DataTable {
                id: table

                objectName: "userTable"
                anchors.fill: parent
                label: qsTr("Users")
                model: page.model.users
                spareColumns: ["by", "password", "factor"]
                emptyText: page.model.managesUsers ? qsTr("No users") : qsTr("Only an admin sees the users")
                emptySymbol: "users"
            }
        }
        Panel {
            title: qsTr("Sessions")
            T.SplitView.preferredHeight: Math.round(page.height * 0.34)

            DataTable {
                objectName: "sessionTable"
                anchors.fill: parent
                label: qsTr("Sessions")
                model: page.model.sessions
                emptyText: qsTr("Nobody yet")
                emptySymbol: "clock"
            }
        }
    }
    Panel {
        title: qsTr("Roles")
        T.SplitView.preferredWidth: Theme.px(380)
        T.SplitView.minimumWidth: Theme.px(320)

        ScrollArea {
            anchors.fill: parent
            enabled: page.model.managesUsers && !page.model.busy

            SectionLabel { text: qsTr("New user") }
            FormRow {
                width: parent.width
                label: qsTr("User")

                TextField { id: user; objectName: "newUser"; label: qsTr("User") }
            }
            FormRow {
                width: parent.width
                label: qsTr("Name")

                TextField { id: display; objectName: "newName"; label: qsTr("Name") }
            }
            FormRow {
                width: parent.width
                label: qsTr("Role")

                ComboBox { id: role; objectName: "newRole"; label: qsTr("Role"); model: page.model.roles; currentIndex: 1 }
            }
            Text {
                width: parent.width
                text: page.model.roleNotes[role.currentIndex] || ""
                font: Theme.smallFont
                color: Theme.textFaint
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
            FormRow {
                width: parent.width
                label: qsTr("Clients")
                hint: qsTr("Numbers with commas; empty: every client")

                TextField { id: clients; objectName: "newClients"; label: qsTr("Clients"); placeholderText: qsTr("Every client") }
            }
            FormRow {
                width: parent.width
                label: qsTr("Password")

                TextField { id: password; objectName: "newPassword"; label: qsTr("Password"); echoMode: TextInput.Password; inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText }
            }
            Button {
                objectName: "addUser"
                anchors.right: parent.right
                kind: Button.Primary
                text: qsTr("Add")
                enabled: user.text !== "" && password.text !== ""
                onClicked: {
                    page.model.addUser(user.text, display.text, role.currentIndex, clients.text, password.text)
                    password.clear()
                }
            }
            SectionLabel { text: qsTr("The chosen user") }
            FormRow {
                width: parent.width
                label: qsTr("Role")

                ComboBox { id: otherRole; objectName: "otherRole"; label: qsTr("Role of the chosen user"); model: page.model.roles; currentIndex: 1 }
            }
            FormRow {
                width: parent.width
                label: qsTr("Clients")

                TextField { id: otherClients; objectName: "otherClients"; label: qsTr("Clients of the chosen user"); placeholderText: qsTr("Every client") }
            }
            FormRow {
                width: parent.width
                label: qsTr("Password")
                hint: qsTr("A new one; lets a user in again who was shut out")

                TextField { id: otherPassword; objectName: "otherPassword"; label: qsTr("New password of the chosen user"); echoMode: TextInput.Password; inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText }
            }
            RowLayout {
                width: parent.width
                spacing: Theme.space2
                enabled: table.currentRow >= 0

                Button { objectName: "setRole"; text: qsTr("Set role"); onClicked: page.model.setRole(table.currentRow, otherRole.currentIndex, otherClients.text) }
                Button {
                    objectName: "setPassword"
                    text: qsTr("Set password")
                    enabled: otherPassword.text !== ""
                    onClicked: {
                        page.model.setPassword(table.currentRow, otherPassword.text)
                        otherPassword.clear()
                    }
                }
                Item { Layout.fillWidth: true }
                Button { objectName: "shutOut"; kind: Button.Danger; text: qsTr("Shut out"); onClicked: page.model.disable(table.currentRow) }
            }
        }
    }
}
