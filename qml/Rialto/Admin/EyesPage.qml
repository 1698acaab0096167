// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Admin

// What waits for a second person, and the policy that asks for one.
SplitView {
    id: page

    required property AdminModel model

    objectName: "eyesPage"
    orientation: Qt.Horizontal

    Panel {
        title: qsTr("Approvals")
        subtitle: page.model.waiting > 0 ? qsTr("%1 waiting").arg(page.model.waiting) : ""
        T.SplitView.fillWidth: true
        toolbar: [
            TextField {
                id: remark

                objectName: "approvalRemark"
                implicitWidth: Theme.px(200)
                implicitHeight: Theme.px(22)
                label: qsTr("Remark")
                placeholderText: qsTr("Remark")
            },
            Button {
                objectName: "approveChosen"
                implicitHeight: Theme.px(22)
                kind: Button.Primary
                text: qsTr("Approve")
                enabled: page.model.approves && table.currentRow >= 0 && !page.model.busy
                onClicked: page.model.decide(table.currentRow, true, remark.text)
            },
            Button {
                objectName: "refuseChosen"
                implicitHeight: Theme.px(22)
                text: qsTr("Refuse")
                enabled: page.model.approves && table.currentRow >= 0 && !page.model.busy
                onClicked: page.model.decide(table.currentRow, false, remark.text)
            }
        ]

        DataTable {
            id: table

            objectName: "approvalTable"
            anchors.fill: parent
            label: qsTr("Approvals")
            model: page.model.approvals
            spareColumns: ["remark", "reason", "when"]
            emptyText: qsTr("Nothing waits for approval")
            emptySymbol: "check"
        }
    }
    Panel {
        title: qsTr("Four eyes")
        T.SplitView.preferredWidth: Theme.px(360)
        T.SplitView.minimumWidth: Theme.px(300)

        ScrollArea {
            anchors.fill: parent
            enabled: page.model.managesUsers && !page.model.busy

            Text {
                width: parent.width
                text: qsTr("What is named here waits until another person approves it; who asked never decides.")
                font: Theme.bodyFont
                color: Theme.textMuted
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
            FormRow {
                width: parent.width
                labelWidth: Theme.px(140)
                label: qsTr("Orders worth from")
                hint: qsTr("In the contract's currency; empty: never")

                TextField { id: orders; objectName: "ordersFrom"; label: qsTr("Orders worth from"); value: page.model.ordersFrom }
            }
            FormRow {
                width: parent.width
                labelWidth: Theme.px(140)
                label: qsTr("Withdrawals from")
                hint: qsTr("0: every one; empty: never")

                TextField { id: withdrawals; objectName: "withdrawalsFrom"; label: qsTr("Withdrawals from"); value: page.model.withdrawalsFrom }
            }
            CheckBox {
                id: changes

                objectName: "clientChanges"
                text: qsTr("New clients and accounts")
                checked: page.model.clientChanges
            }
            Button {
                objectName: "setPolicy"
                anchors.right: parent.right
                kind: Button.Primary
                text: qsTr("Put in force")
                onClicked: page.model.setPolicy(orders.text, withdrawals.text, changes.checked)
            }
        }
    }
}
