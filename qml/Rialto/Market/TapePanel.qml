// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Market

// Time and sales of the current instrument, newest on top.
Panel {
    id: panel

    required property TapeModel model

    title: qsTr("Time and sales")

    DataTable {
        objectName: "tapeTable"
        anchors.fill: parent
        rowHeight: Theme.px(20)
        label: panel.title
        model: panel.model
        emptyText: qsTr("No trade yet")
        emptyDetail: qsTr("Trades appear here as they happen.")
        emptySymbol: "clock"
    }
}
