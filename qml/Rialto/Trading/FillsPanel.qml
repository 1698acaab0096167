// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Trading

// The fills blotter: what was really traded.
Panel {
    id: panel

    required property FillsModel model
    property string exportNote: ""
    property bool exportFailed: false

    objectName: "fillsPanel"
    title: qsTr("Fills")
    subtitle: model.zone
    toolbar: [
        SearchField {
            objectName: "fillsSearch"
            implicitWidth: Theme.px(150)
            implicitHeight: Theme.px(22)
            onEdited: (text) => table.filterText = text
            onDownRequested: table.forceActiveFocus()
        },
        TableExportButton {
            table: table
            fileName: "fills"
            onExported: (message, failed) => { panel.exportNote = message; panel.exportFailed = failed }
        }
    ]

    DataTable {
        id: table

        objectName: "fillsTable"
        anchors.fill: parent
        anchors.bottomMargin: notice.height
        focus: true
        multiSelect: true
        label: qsTr("Fills")
        model: panel.model
        spareColumns: ["execution"]
        emptyText: qsTr("No fills yet")
        emptyDetail: qsTr("Each execution appears here with its fee, tax and settlement day.")
        onCurrentChangedByUser: (row) => panel.model.follow(row)
        Component.onCompleted: sortByKey("time", true)
    }
    Notice {
        id: notice

        anchors.bottom: parent.bottom
        width: parent.width
        text: panel.exportNote
        warning: panel.exportFailed
        onDismissed: panel.exportNote = ""
    }
}
