// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Admin

// Clients as the role may see them; one of them in full, for a minute, with a reason that is kept.
SplitView {
    id: page

    required property AdminModel model

    objectName: "revealPage"
    orientation: Qt.Horizontal

    Panel {
        title: qsTr("Clients")
        subtitle: qsTr("As your role sees them")
        T.SplitView.fillWidth: true

        DataTable {
            id: table

            objectName: "clientTable"
            anchors.fill: parent
            label: qsTr("Clients")
            model: page.model.clients
            emptyText: qsTr("No clients in your care")
            emptySymbol: "users"
            onCurrentChangedByUser: page.model.hide()
        }
    }
    Panel {
        title: qsTr("Reveal")
        T.SplitView.preferredWidth: Theme.px(380)
        T.SplitView.minimumWidth: Theme.px(300)

        ScrollArea {
            anchors.fill: parent

            Text {
                width: parent.width
                text: page.model.reveals ? qsTr("Say why you look at this person's data. The reason is kept in the audit log before anything is shown.")
                                         : qsTr("Compliance and admins may reveal a client.")
                font: Theme.bodyFont
                color: Theme.textMuted
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
            FormRow {
                width: parent.width
                label: qsTr("Reason")

                TextField {
                    id: reason

                    objectName: "revealReason"
                    label: qsTr("Reason")
                    enabled: page.model.reveals
                    Keys.onReturnPressed: page.model.reveal(table.currentRow, text)
                }
            }
            Button {
                objectName: "revealButton"
                anchors.right: parent.right
                kind: Button.Primary
                icon.name: "eye"
                text: qsTr("Reveal")
                enabled: page.model.reveals && table.currentRow >= 0
                onClicked: page.model.reveal(table.currentRow, reason.text)
            }
            KeyValueGrid {
                objectName: "revealedClient"
                width: parent.width
                visible: page.model.revealed.length > 0
                entries: page.model.revealed
            }
            Button {
                anchors.right: parent.right
                visible: page.model.revealed.length > 0
                text: qsTr("Hide")
                onClicked: page.model.hide()
            }
        }
    }
}
