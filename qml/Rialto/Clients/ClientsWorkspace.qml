// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Clients

// Everybody under care at the left with the inbox below; the chosen party's page at the right, or the opening of a new client.
FocusScope {
    id: workspace

    required property ClientsDeskModel model
    property bool opening: false

    objectName: "clientsWorkspace"
    onVisibleChanged: if (visible) model.refresh()
    Component.onCompleted: model.refresh()

    Connections {
        target: workspace.model.onboarding
        function onOpened() { workspace.opening = false }
    }

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        SplitView {
            orientation: Qt.Vertical
            T.SplitView.preferredWidth: Math.round(workspace.width * 0.5)
            T.SplitView.minimumWidth: Theme.px(420)

            Panel {
                title: qsTr("Clients")
                subtitle: workspace.model.summary
                focus: true
                T.SplitView.fillHeight: true
                T.SplitView.minimumHeight: Theme.px(160)
                toolbar: [
                    SearchField {
                        objectName: "partySearch"
                        implicitWidth: Theme.px(140)
                        implicitHeight: Theme.px(22)
                        onEdited: (text) => table.filterText = text
                        onDownRequested: table.forceActiveFocus()
                    },
                    Button {
                        objectName: "onboard"
                        kind: Button.Quiet
                        icon.name: "plus"
                        text: qsTr("New client")
                        onClicked: { workspace.model.onboarding.begin(); workspace.opening = true }
                    }
                ]

                DataTable {
                    id: table

                    objectName: "partiesTable"
                    anchors.fill: parent
                    focus: true
                    label: qsTr("Clients")
                    model: workspace.model.parties
                    emptyText: workspace.model.busy ? qsTr("Looking at every client…") : qsTr("No clients yet")
                    emptyDetail: workspace.model.failure
                    emptySymbol: "users"
                    spareColumns: ["rating", "household", "number", "tasks"]
                    onCurrentChangedByUser: (row) => { workspace.opening = false; workspace.model.row = row }
                }
            }
            ApprovalsPanel {
                model: workspace.model
                T.SplitView.preferredHeight: Math.round(workspace.height * 0.26)
                T.SplitView.minimumHeight: Theme.px(110)
            }
        }
        Item {
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(440)

            PartyPage {
                anchors.fill: parent
                visible: !workspace.opening
                model: workspace.model
            }
            OnboardingPage {
                anchors.fill: parent
                visible: workspace.opening
                model: workspace.model.onboarding
                onCancelled: workspace.opening = false
            }
        }
    }
}
