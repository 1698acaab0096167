// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Simulator

// Settings at the left, timelines in the middle, book and own orders at the right.
FocusScope {
    id: workspace

    required property SimulatorModel model

    objectName: "simulatorWorkspace"
    onVisibleChanged: if (visible) model.begin()
    Component.onCompleted: if (visible) model.begin()

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        MarketSettings {
            model: workspace.model
            focus: true
            T.SplitView.preferredWidth: Theme.px(310)
            T.SplitView.minimumWidth: Theme.px(270)
        }
        TimelinePanel {
            model: workspace.model
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(420)
        }
        LabBook {
            model: workspace.model
            T.SplitView.preferredWidth: Theme.px(320)
            T.SplitView.minimumWidth: Theme.px(270)
        }
    }
}
