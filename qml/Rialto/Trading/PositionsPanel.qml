// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Trading

// Positions at the newest marks, with totals by currency and in the base currency below.
Panel {
    id: panel

    required property PositionsModel model
    property DeskControls desk: null
    property string exportNote: ""
    property bool exportFailed: false

    objectName: "positionsPanel"
    title: qsTr("Positions")
    leading: ComboBox {
        objectName: "positionsAccount"
        quiet: true
        implicitWidth: Theme.px(210)
        label: qsTr("Account")
        model: panel.model.accounts
        currentIndex: panel.model.accountIndex
        onActivated: (index) => panel.model.accountIndex = index
    }
    toolbar: [
        Button {
            objectName: "flatten"
            visible: panel.desk !== null
            kind: Button.Quiet
            text: qsTr("Flatten")
            hint: qsTr("Closes the position under the cursor at the market")
            enabled: table.currentRow >= 0
            onClicked: { panel.model.follow(table.currentRow); panel.desk.closePosition(false) }
        },
        Button {
            objectName: "reverse"
            visible: panel.desk !== null
            kind: Button.Quiet
            text: qsTr("Reverse")
            hint: qsTr("Closes the position under the cursor and opens as much the other way")
            enabled: table.currentRow >= 0
            onClicked: { panel.model.follow(table.currentRow); panel.desk.closePosition(true) }
        },
        CheckBox {
            objectName: "positionsFlat"
            text: qsTr("Sold out")
            checked: panel.model.showFlat
            onToggled: panel.model.showFlat = checked
        },
        TableExportButton {
            table: table
            fileName: "positions"
            onExported: (message, failed) => { panel.exportNote = message; panel.exportFailed = failed }
        }
    ]

    DataTable {
        id: table

        objectName: "positionsTable"
        anchors.fill: parent
        anchors.bottomMargin: totals.height + notice.height
        focus: true
        multiSelect: true
        label: qsTr("Positions")
        model: panel.model
        spareColumns: ["name", "base"]
        emptyText: qsTr("Nothing is held")
        emptyDetail: qsTr("A position appears with the first fill.")
        onCurrentChangedByUser: (row) => panel.model.follow(row)
    }
    PositionTotals {
        id: totals

        anchors.bottom: notice.top
        width: parent.width
        totals: panel.model.totals
        missingRates: panel.model.missingRates
        baseCurrency: panel.model.baseCurrency
    }
    Notice {
        id: notice

        anchors.bottom: parent.bottom
        width: parent.width
        text: panel.desk !== null && panel.desk.notice !== "" ? panel.desk.notice : panel.exportNote
        warning: panel.exportFailed || (panel.desk !== null && panel.desk.notice !== "")
        onDismissed: panel.exportNote = ""
    }
}
