// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Admin

// The lock of the book: before it is put on, how; behind it users, approvals, the audit log, and revealing a client.
FocusScope {
    id: workspace

    required property AdminModel model
    property int page: 0
    readonly property var pages: [qsTr("Users"), qsTr("Approvals"), qsTr("Audit log"), qsTr("Clients"), qsTr("My access")]

    objectName: "adminWorkspace"
    onVisibleChanged: if (visible) model.refresh()
    Component.onCompleted: model.refresh()

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }
    ProtectPanel {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.px(430)
        visible: !workspace.model.guarded
        focus: !workspace.model.guarded
        model: workspace.model
    }
    AuditPanel {
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(431)
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        visible: !workspace.model.guarded
        model: workspace.model
    }
    Item {
        anchors.fill: parent
        visible: workspace.model.guarded

        Rectangle {
            id: head

            width: parent.width
            height: Theme.panelHeaderHeight
            color: Theme.surface

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.space3
                anchors.rightMargin: Theme.space3
                spacing: Theme.space4

                Tabs {
                    objectName: "adminPages"
                    Layout.fillHeight: true
                    focus: true
                    label: qsTr("Pages")
                    model: workspace.pages
                    counts: ["", workspace.model.waiting > 0 ? workspace.model.waiting : ""]
                    currentIndex: workspace.page
                    onActivated: (index) => workspace.page = index
                }
                Item { Layout.fillWidth: true }
                Label {
                    objectName: "adminWho"
                    text: workspace.model.who
                    muted: true
                }
            }
        }
        Rectangle {
            id: note

            y: head.height
            width: parent.width
            height: visible ? words.implicitHeight + 2 * Theme.space2 : 0
            visible: workspace.model.busy || words.text !== ""
            color: Theme.surface

            Text {
                id: words

                objectName: "adminNote"
                x: Theme.space3
                y: Theme.space2
                width: parent.width - 2 * Theme.space3
                text: workspace.model.busy ? qsTr("Working…") : workspace.model.failure !== "" ? workspace.model.failure : workspace.model.success
                font: Theme.bodyFont
                color: workspace.model.busy ? Theme.textMuted : workspace.model.failure !== "" ? Theme.danger : Theme.success
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
        }
        Item {
            anchors.top: note.bottom
            anchors.topMargin: 1
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom

            UsersPage { anchors.fill: parent; visible: workspace.page === 0; model: workspace.model }
            EyesPage { anchors.fill: parent; visible: workspace.page === 1; model: workspace.model }
            AuditPanel { anchors.fill: parent; visible: workspace.page === 2; model: workspace.model }
            RevealPage { anchors.fill: parent; visible: workspace.page === 3; model: workspace.model }
            AccessPage { anchors.fill: parent; visible: workspace.page === 4; model: workspace.model }
        }
    }
}
