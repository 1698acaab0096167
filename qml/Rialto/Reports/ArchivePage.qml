// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Reports

// What was issued into the folder, and whether each file is still what was issued.
FocusScope {
    id: page

    required property ArchiveModel model

    Item {
        id: head

        x: Theme.space3
        width: parent.width - 2 * x
        height: Theme.px(38)

        Label {
            objectName: "archiveSummary"
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - again.width - Theme.space3
            text: page.model.busy ? qsTr("Comparing every file with its fingerprint…") : page.model.summary
            color: page.model.good ? Theme.textMuted : Theme.danger
        }
        Button {
            id: again

            objectName: "archiveVerify"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Verify again")
            icon.name: "check"
            enabled: !page.model.busy
            onClicked: page.model.refresh()
        }
    }
    PlainTable {
        objectName: "archiveList"
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        label: qsTr("Issued files")
        header: page.model.header
        widths: [0, 150, 90, 130]
        rows: page.model.rows
        emptyText: qsTr("Nothing was issued into this folder")
        emptyDetail: qsTr("Saved reports are listed here with their SHA-256 in manifest.json.")
        onPicked: (row) => page.model.open(row)
    }
}
