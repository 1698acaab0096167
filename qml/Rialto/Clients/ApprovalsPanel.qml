// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Clients

// What waits for a second person.
Panel {
    id: inbox

    required property ClientsDeskModel model

    objectName: "approvalsPanel"
    title: qsTr("Approvals")
    subtitle: model.approvals.length > 0 ? qsTr("%1 waiting").arg(model.approvals.length) : ""

    EmptyState {
        anchors.centerIn: parent
        visible: inbox.model.approvals.length === 0
        symbol: "check"
        text: qsTr("Nothing waits for approval")
    }
    ScrollArea {
        anchors.fill: parent
        spacing: 0

        Repeater {
            model: inbox.model.approvals

            StateLine {
                id: request

                required property var modelData

                width: parent ? parent.width : 0
                height: Theme.px(26)
                stateWidth: Theme.px(140)
                entry: modelData

                Button {
                    objectName: "approve"
                    implicitHeight: Theme.px(21)
                    text: qsTr("Approve")
                    hint: qsTr("Approve: %1").arg(request.modelData.title)
                    onClicked: inbox.model.decide(request.modelData.id, true, "")
                }
                Button {
                    objectName: "refuse"
                    kind: Button.Quiet
                    implicitHeight: Theme.px(21)
                    text: qsTr("Refuse")
                    hint: qsTr("Refuse: %1").arg(request.modelData.title)
                    onClicked: inbox.model.decide(request.modelData.id, false, "")
                }
            }
        }
    }
}
