// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit

// One tile of a workspace: a header line (title, link chip, toolbar) over its content. Children go into the content area,
// which they fill with anchors. `toolbar` items stand at the right of the header. With `linkable` the chip shows and changes
// the colour group through which panels follow each other's instrument.
FocusScope {
    id: panel

    property string title: ""
    property string subtitle: ""
    property bool linkable: false
    property int linkGroup: 0
    property bool headerVisible: true
    property int padding: 0
    default property alias content: body.data
    property alias toolbar: tools.data
    property alias leading: lead.data

    signal linkGroupPicked(int group)

    objectName: "panel"
    implicitWidth: Theme.px(320)
    implicitHeight: Theme.px(240)
    Accessible.role: Accessible.Pane
    Accessible.name: title

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Item {
        id: header

        width: parent.width
        height: panel.headerVisible ? Theme.panelHeaderHeight : 0
        visible: panel.headerVisible

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.space3
            anchors.rightMargin: Theme.space2
            spacing: Theme.space2

            LinkChip {
                visible: panel.linkable
                group: panel.linkGroup
                onPicked: (group) => { panel.linkGroup = group; panel.linkGroupPicked(group) }
            }
            Label {
                visible: text !== ""
                text: panel.title
                font: Theme.strongFont
                Layout.maximumWidth: header.width * 0.6
            }
            Label {
                visible: text !== ""
                text: panel.subtitle
                muted: true
                Layout.fillWidth: true
                Layout.minimumWidth: 0
                Layout.maximumWidth: implicitWidth + 1
            }
            RowLayout {
                id: lead

                Layout.fillHeight: true
                spacing: Theme.space2
            }
            Item { Layout.fillWidth: true }
            RowLayout {
                id: tools

                spacing: Theme.space1
            }
        }
        Separator {
            y: parent.height - 1
            width: parent.width
        }
    }
    Item {
        id: body

        anchors.fill: parent
        anchors.topMargin: header.height + panel.padding
        anchors.leftMargin: panel.padding
        anchors.rightMargin: panel.padding
        anchors.bottomMargin: panel.padding
        clip: true
    }
}
