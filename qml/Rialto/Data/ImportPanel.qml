// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Data

// One file on its way into the book: dropped or named, checked without storing anything, then imported.
Panel {
    id: panel

    required property DataModel model

    title: qsTr("Import")
    subtitle: model.fileName

    DropArea {
        id: drop

        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: (event) => { if (event.hasUrls) { panel.model.check(event.urls[0]); event.accept() } }

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.space2
            color: drop.containsDrag ? Theme.accentSoft : "transparent"
            border.color: drop.containsDrag ? Theme.accent : "transparent"
            radius: Theme.radius
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space3
        spacing: Theme.space2

        RowLayout {
            spacing: Theme.space2

            TextField {
                id: path

                objectName: "importFile"
                Layout.fillWidth: true
                focus: true
                label: qsTr("File")
                placeholderText: qsTr("Drop a file here, or write its path")
                value: panel.model.file
                onAccepted: panel.model.check("file://" + text)
            }
            Button {
                objectName: "importCheck"
                text: qsTr("Check")
                enabled: path.text !== "" && !panel.model.busy
                onClicked: panel.model.check("file://" + path.text)
            }
        }
        RowLayout {
            spacing: Theme.space2
            visible: panel.model.file !== ""

            TextField {
                objectName: "importSymbol"
                Layout.preferredWidth: Theme.px(110)
                label: qsTr("Symbol")
                placeholderText: qsTr("Symbol")
                value: panel.model.symbol
                onEditingFinished: panel.model.symbol = text
            }
            TextField {
                objectName: "importMapping"
                Layout.fillWidth: true
                label: qsTr("Columns")
                placeholderText: qsTr("Columns, when they are not found: {\"date\": \"heading\", \"close\": 4}")
                value: panel.model.mapping
                onEditingFinished: panel.model.mapping = text
            }
        }
        EmptyState {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: panel.model.previewEntries.length === 0 && panel.model.result === ""
            symbol: "import"
            text: qsTr("Prices, ticks, statistics, filings, news or fixings")
            detail: qsTr("What a file is, is found out from its content. It is checked first; nothing is stored before you say so.")
        }
        KeyValueGrid {
            Layout.fillWidth: true
            visible: panel.model.previewEntries.length > 0
            columns: 2
            entries: panel.model.previewEntries
        }
        Label {
            Layout.fillWidth: true
            visible: text !== ""
            text: panel.model.result
            color: panel.model.refused ? Theme.danger : Theme.textMuted
            wrapMode: Text.Wrap
        }
        PlainTable {
            objectName: "problemTable"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: panel.model.problemRows.length > 0
            label: qsTr("What was assumed, repaired and refused")
            header: [qsTr("What"), qsTr("Where"), qsTr("Why")]
            rows: panel.model.problemRows
            widths: [0, 76, 190]
            leading: 3
        }
        ProgressBar {
            objectName: "importProgress"
            Layout.fillWidth: true
            visible: panel.model.importing
            value: panel.model.progress
            label: qsTr("Importing")
            detail: panel.model.progressText
            cancellable: true
            onCancelled: panel.model.cancel()
        }
        Button {
            objectName: "importStart"
            Layout.alignment: Qt.AlignRight
            kind: Button.Primary
            icon.name: "import"
            text: qsTr("Import")
            visible: panel.model.checked && !panel.model.refused && !panel.model.importing
            enabled: !panel.model.busy
            onClicked: panel.model.startImport()
        }
    }
}
