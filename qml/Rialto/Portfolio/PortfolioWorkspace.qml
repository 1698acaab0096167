// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Portfolio

// Clients at the left, the chosen client's page at the right.
FocusScope {
    id: workspace

    required property PortfolioModel model

    objectName: "portfolioWorkspace"

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        Panel {
            title: qsTr("Clients")
            focus: true
            T.SplitView.preferredWidth: Math.round(workspace.width * 0.42)
            T.SplitView.minimumWidth: Theme.px(360)
            toolbar: [
                SearchField {
                    objectName: "clientSearch"
                    implicitWidth: Theme.px(150)
                    implicitHeight: Theme.px(22)
                    onEdited: (text) => table.filterText = text
                    onDownRequested: table.forceActiveFocus()
                },
                Button {
                    objectName: "newClient"
                    kind: Button.Quiet
                    icon.name: "plus"
                    text: qsTr("New client")
                    onClicked: { workspace.model.beginNewClient(); opening.open() }

                    NewClientForm {
                        id: opening

                        model: workspace.model
                        y: parent.height + Theme.space1
                    }
                }
            ]

            DataTable {
                id: table

                objectName: "clientsTable"
                anchors.fill: parent
                focus: true
                label: qsTr("Clients")
                model: workspace.model.clients
                emptyText: qsTr("No clients yet")
                emptySymbol: "users"
                spareColumns: ["accounts", "cash", "day", "number"]
                onCurrentChangedByUser: (row) => workspace.model.row = row
            }
        }
        ClientPage {
            model: workspace.model
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(480)
        }
    }
}
