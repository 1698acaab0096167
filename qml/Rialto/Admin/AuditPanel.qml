// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Admin

// The newest lines of the audit log, with a filter; checks the whole chain, and writes it to a file.
Panel {
    id: panel

    required property AdminModel model

    objectName: "auditPanel"
    title: qsTr("Audit log")
    toolbar: [
        SearchField {
            id: filter

            objectName: "auditFilter"
            implicitWidth: Theme.px(180)
            implicitHeight: Theme.px(22)
            onEdited: (text) => table.filterText = text
        },
        Button {
            objectName: "auditVerify"
            implicitHeight: Theme.px(22)
            icon.name: "check"
            text: qsTr("Verify")
            hint: qsTr("Every hash and signature, and every fact of the book against the log")
            enabled: panel.model.readsAudit && !panel.model.busy
            onClicked: panel.model.verifyAudit()
        },
        Button {
            objectName: "auditExport"
            implicitHeight: Theme.px(22)
            icon.name: "export"
            text: qsTr("Export")
            hint: file.text
            enabled: panel.model.readsAudit && !panel.model.busy
            onClicked: panel.model.exportAudit(file.text)
        }
    ]

    Column {
        id: words

        width: parent.width

        Text {
            objectName: "auditVerdict"
            x: Theme.space3
            width: parent.width - 2 * Theme.space3
            visible: text !== ""
            bottomPadding: Theme.space2
            text: panel.model.verdict
            font: Theme.bodyFont
            color: Theme.colourOf(panel.model.verdictTone)
            wrapMode: Text.WrapAnywhere
            textFormat: Text.PlainText
        }
    }
    DataTable {
        id: table

        objectName: "auditTable"
        anchors.top: words.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        label: qsTr("Audit log")
        model: panel.model.audit
        emptyText: panel.model.readsAudit ? qsTr("Nothing fits") : qsTr("Compliance and admins read the audit log")
        emptySymbol: "list"
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.controlHeight + 2 * Theme.space2

        FormRow {
            x: Theme.space3
            y: Theme.space2
            width: parent.width - 2 * Theme.space3
            label: qsTr("Export to")

            TextField {
                id: file

                objectName: "auditFile"
                label: qsTr("Export to")
                value: panel.model.exportFile()
            }
        }
    }
}
