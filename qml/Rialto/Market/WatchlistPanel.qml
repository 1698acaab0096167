// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Market

// The instruments the user watches. A row is chosen by moving to it; Delete takes it off the list.
Panel {
    id: panel

    required property MarketModel model

    title: qsTr("Watchlist")
    subtitle: table.count === 1 ? qsTr("1 instrument") : qsTr("%1 instruments").arg(table.count)
    toolbar: [
        SearchField {
            objectName: "watchlistFilter"
            implicitWidth: Theme.px(150)
            implicitHeight: Theme.px(22)
            placeholderText: qsTr("Filter")
            label: qsTr("Filter the watchlist")
            onEdited: (text) => table.filterText = text
            onDownRequested: table.forceActiveFocus()
        },
        IconButton {
            objectName: "watchlistAdd"
            symbol: "plus"
            hint: qsTr("Add a symbol")
            onClicked: panel.model.symbolSearchRequested()
        },
        IconButton {
            objectName: "watchlistRemove"
            symbol: "minus"
            hint: qsTr("Take the chosen symbol off the list")
            enabled: table.currentRow >= 0
            onClicked: panel.model.watchlist.remove(table.currentRow)
        }
    ]

    DataTable {
        id: table

        objectName: "watchlistTable"
        anchors.fill: parent
        focus: true
        label: panel.title
        model: panel.model.watchlist
        emptyText: qsTr("No instrument matches")
        onCurrentChangedByUser: (row) => panel.model.watchlist.select(row)
        onActivated: (row) => panel.model.watchlist.select(row)
        onMenuRequested: (row, x, y) => {
            panel.model.watchlist.select(row)
            rowMenu.row = row
            rowMenu.popup(table, x, y)
        }
        Keys.onDeletePressed: panel.model.watchlist.remove(table.currentRow)
        onLayoutVersionChanged: panel.model.tableLayout = table.saveLayout()
        onSortColumnChanged: panel.model.tableLayout = table.saveLayout()
        Component.onCompleted: {
            if (Object.keys(panel.model.tableLayout).length > 0)
                table.restoreLayout(panel.model.tableLayout)
            Qt.callLater(panel.follow)
        }
    }
    Menu {
        id: rowMenu

        property int row: -1

        MenuItem {
            text: qsTr("Buy")
            shortcutText: "Alt+B"
            onTriggered: panel.model.tradeRequested(true)
        }
        MenuItem {
            text: qsTr("Sell")
            shortcutText: "Alt+S"
            onTriggered: panel.model.tradeRequested(false)
        }
        MenuSeparator {}
        MenuItem {
            text: qsTr("Copy rows")
            icon.name: "copy"
            onTriggered: table.copy()
        }
        MenuItem {
            text: qsTr("Take off the list")
            icon.name: "minus"
            onTriggered: panel.model.watchlist.remove(rowMenu.row)
        }
    }

    function follow() {
        if (panel.model.watchlist.currentRow >= 0 && panel.model.watchlist.currentRow !== table.currentRow)
            table.selectRow(panel.model.watchlist.currentRow)
    }
    Connections {
        target: panel.model.watchlist
        function onCurrentRowChanged() { Qt.callLater(panel.follow) }
    }
}
