// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Data

// Files come in at the left; what is stored, and how far it can be trusted, stands at the right.
FocusScope {
    id: workspace

    required property DataModel model

    objectName: "dataWorkspace"
    onVisibleChanged: if (visible) model.refresh()
    Component.onCompleted: model.refresh()

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        SplitView {
            orientation: Qt.Vertical
            T.SplitView.preferredWidth: Theme.px(430)
            T.SplitView.minimumWidth: Theme.px(340)

            ImportPanel {
                model: workspace.model
                focus: true
                T.SplitView.fillHeight: true
                T.SplitView.minimumHeight: Theme.px(260)
            }
            Panel {
                title: qsTr("Imports so far")
                T.SplitView.preferredHeight: Math.round(workspace.height * 0.26)
                T.SplitView.minimumHeight: Theme.px(80)

                PlainTable {
                    objectName: "importTable"
                    anchors.fill: parent
                    label: qsTr("Imports so far")
                    header: [qsTr("File"), qsTr("No."), qsTr("When (UTC)"), qsTr("Format"), qsTr("Accepted"), qsTr("Refused")]
                    rows: workspace.model.importRows
                    widths: [0, 34, 106, 60, 62, 56]
                    emptyText: qsTr("Nothing was imported yet")
                }
            }
        }
        QualityPanel {
            model: workspace.model
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(480)
        }
    }
}
