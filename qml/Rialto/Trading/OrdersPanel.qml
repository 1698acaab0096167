// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Trading

// The orders blotter. Delete cancels the selected orders, Enter or F2 changes the one under the cursor, Ctrl+C copies.
Panel {
    id: panel

    required property OrdersModel model
    property DeskControls desk: null
    property string exportNote: ""
    property bool exportFailed: false

    objectName: "ordersPanel"
    title: qsTr("Orders")
    subtitle: model.zone
    leading: Tabs {
        objectName: "ordersShow"
        label: qsTr("Which orders")
        model: [qsTr("All"), qsTr("Working"), qsTr("Filled"), qsTr("Rejected")]
        counts: panel.model.counts
        currentIndex: panel.model.show
        onActivated: (index) => panel.model.show = index
    }
    toolbar: [
        Button {
            objectName: "cancelSelected"
            kind: Button.Quiet
            text: qsTr("Cancel selected")
            enabled: table.chosen.length > 0 && panel.model.anyCancellable(table.chosen)
            onClicked: panel.model.cancel(table.chosen)
        },
        Button {
            objectName: "cancelAll"
            kind: Button.Quiet
            text: qsTr("Cancel all")
            enabled: panel.model.counts[1] > 0
            onClicked: panel.model.cancelAll()
        },
        Button {
            objectName: "killSwitch"
            visible: panel.desk !== null
            kind: panel.desk !== null && panel.desk.killed ? Button.Danger : Button.Quiet
            text: panel.desk !== null && panel.desk.killed ? qsTr("Kill switch is ON: turn it off") : killConfirm.running ? qsTr("Press again to stop everything") : qsTr("Kill switch")
            hint: qsTr("Cancels every open order, here and at the broker, and takes no new ones until it is off")
            onClicked: {
                if (panel.desk.killed)
                    panel.desk.kill(false)
                else if (killConfirm.running)
                    panel.desk.kill(true)
                else
                    killConfirm.start()
            }

            Timer { id: killConfirm; interval: 4000 }
        },
        TableExportButton {
            table: table
            fileName: "orders"
            onExported: (message, failed) => { panel.exportNote = message; panel.exportFailed = failed }
        }
    ]

    DataTable {
        id: table

        property var chosen: []

        objectName: "ordersTable"
        anchors.fill: parent
        anchors.bottomMargin: editor.height + notice.height
        focus: true
        multiSelect: true
        label: qsTr("Orders")
        model: panel.model
        spareColumns: ["leaves", "tif", "type"]
        emptyText: panel.model.show === 0 ? qsTr("No orders yet") : qsTr("No such orders")
        emptyDetail: panel.model.show === 0 ? qsTr("Orders appear here as soon as the book holds them.") : ""
        onCurrentChangedByUser: (row) => { chosen = selectedRows(); panel.model.follow(row) }
        onActivated: (row) => { panel.model.beginEdit(row); if (panel.model.editing) quantity.forceActiveFocus(Qt.TabFocusReason) }
        onMenuRequested: (row, x, y) => { chosen = selectedRows(); menu.row = row; menu.popup(x, y) }
        Component.onCompleted: sortByKey("time", true)
        Keys.onPressed: (event) => {
            if (event.key === Qt.Key_Delete) {
                panel.model.cancel(selectedRows())
                event.accepted = true
            } else if (event.key === Qt.Key_F2 && currentRow >= 0) {
                activated(currentRow)
                event.accepted = true
            }
        }
    }
    Menu {
        id: menu

        property int row: -1

        parent: table

        MenuItem {
            text: qsTr("Change…")
            icon.name: "edit"
            shortcutText: "F2"
            enabled: panel.model.cancellable(menu.row)
            onTriggered: table.activated(menu.row)
        }
        MenuItem {
            text: qsTr("Cancel")
            icon.name: "close"
            shortcutText: qsTr("Del")
            enabled: panel.model.anyCancellable(table.chosen)
            onTriggered: panel.model.cancel(table.chosen)
        }
        MenuSeparator {}
        MenuItem {
            text: qsTr("Copy")
            icon.name: "copy"
            shortcutText: qsTr("Ctrl+C")
            onTriggered: table.copy()
        }
    }
    Rectangle {
        id: editor

        objectName: "orderEditor"
        anchors.bottom: notice.top
        width: parent.width
        height: visible ? editorRow.height + 2 * Theme.space2 + (editorError.visible ? editorError.height : 0) : 0
        visible: panel.model.editing
        color: Theme.raised
        Keys.onReturnPressed: panel.model.sendEdit()
        Keys.onEnterPressed: panel.model.sendEdit()
        Keys.onEscapePressed: { panel.model.closeEdit(); table.forceActiveFocus() }

        Separator { width: parent.width }
        RowLayout {
            id: editorRow

            x: Theme.space3
            y: Theme.space2
            width: parent.width - 2 * Theme.space3
            spacing: Theme.space3

            Label {
                text: panel.model.editTitle
                font: Theme.strongFont
            }
            Label { text: qsTr("Quantity"); muted: true }
            NumberField {
                id: quantity

                objectName: "editQuantity"
                label: qsTr("Quantity")
                value: panel.model.editQuantity
                onEdited: (text) => panel.model.setEditQuantity(text)
                onStepped: (steps) => panel.model.stepEditQuantity(steps)
            }
            Label { text: qsTr("Limit"); muted: true }
            NumberField {
                objectName: "editPrice"
                label: qsTr("Limit price")
                value: panel.model.editPrice
                onEdited: (text) => panel.model.setEditPrice(text)
                onStepped: (steps) => panel.model.stepEditPrice(steps)
            }
            Button {
                objectName: "editSend"
                kind: Button.Primary
                text: qsTr("Change order")
                onClicked: panel.model.sendEdit()
            }
            Button {
                text: qsTr("Leave as it is")
                onClicked: panel.model.closeEdit()
            }
            Item { Layout.fillWidth: true }
        }
        Label {
            id: editorError

            objectName: "editError"
            x: Theme.space3
            anchors.top: editorRow.bottom
            width: parent.width - 2 * Theme.space3
            visible: text !== ""
            text: panel.model.editError
            color: Theme.danger
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
    Notice {
        id: notice

        anchors.bottom: parent.bottom
        width: parent.width
        text: panel.model.notice !== "" ? panel.model.notice : panel.exportNote
        warning: panel.model.notice !== "" || panel.exportFailed
        onDismissed: { panel.model.clearNotice(); panel.exportNote = "" }
    }
}
