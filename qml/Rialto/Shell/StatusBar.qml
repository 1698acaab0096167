// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Shell

// The foot of the window: what kind of market this is, its clock and speed, the connection, orders and notices.
StatusStrip {
    id: bar

    required property Workstation workstation
    readonly property StatusModel status: workstation.status

    notices: workstation.notices
    leading: [
        Badge {
            objectName: "environmentBadge"
            text: bar.status.environment
            tone: bar.status.environmentTone
        },
        Label {
            objectName: "venueClock"
            text: bar.status.clock
            font: Theme.figureFont
        },
        Label {
            text: bar.status.day
            font: Theme.smallFont
            muted: true
        },
        Separator { vertical: true },
        SegmentedControl {
            objectName: "speedControl"
            implicitHeight: Theme.px(20)
            label: qsTr("Speed of the market")
            model: bar.status.speeds
            currentIndex: bar.status.speedIndex
            visible: bar.status.simulated
            onActivated: (index) => bar.status.chooseSpeed(index)

            // The control writes its index when the user chooses; this brings the market's own answer back.
            Connections {
                target: bar.status
                function onChanged() { bar.speedControl.currentIndex = bar.status.speedIndex }
            }
            Component.onCompleted: bar.speedControl = this
        },
        IconButton {
            objectName: "stepButton"
            symbol: "step"
            implicitHeight: Theme.px(20)
            hint: qsTr("One step (Ctrl+.)")
            visible: bar.status.simulated
            enabled: bar.status.speed === 0
            onClicked: bar.status.step()
        }
    ]
    trailing: [
        Label {
            objectName: "workingOrders"
            text: bar.status.orders
            font: Theme.smallFont
            muted: bar.status.workingOrders === 0
        },
        Separator { vertical: true },
        Row {
            spacing: Theme.px(6)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(7)
                height: width
                radius: width / 2
                color: Theme.colourOf(bar.status.connectionTone)
            }
            Label {
                objectName: "connectionState"
                text: bar.status.connection
                font: Theme.smallFont
                muted: true
            }
        }
    ]

    property SegmentedControl speedControl: null
}
