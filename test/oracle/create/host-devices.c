/*
 * Devices and domains of the host. Whatever in the config looks like a PCI address, a USB device or the name of a driver
 * domain is there and free. Every PCI device is a graphics card that libxl knows.
 */
#include "judge.h"
#include <ctype.h>
#include <stdio.h>

#define PCI_BACKEND "/sys/bus/pci/drivers/pciback"
#define USB_BACKEND "/sys/bus/usb/drivers/usbback"
#define USB_DEVICES "/sys/bus/usb/devices"

static void put_attribute(const char *folder, const char *name, const char *content)
{
    char path[200];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    put_file(path, content);
}

struct pci_address { unsigned segment, bus, device, function; };

static void add_pci_device(struct pci_address at)
{
    char name[40], folder[120], link[140];
    snprintf(name, sizeof(name), "%04x:%02x:%02x.%x", at.segment, at.bus, at.device, at.function);
    snprintf(folder, sizeof(folder), PCI_BACKEND "/%s", name);
    put_folder(folder);
    snprintf(folder, sizeof(folder), "/sys/bus/pci/devices/%s", name);
    put_attribute(folder, "resource", "0x0000000000000000 0x0000000000000000 0x0000000000000000\n");
    put_attribute(folder, "irq", "0\n");
    put_attribute(folder, "vendor", "0x8086\n");
    put_attribute(folder, "device", "0x0412\n");
    put_attribute(folder, "class", "0x030000\n");
    put_attribute(folder, "reset", "");
    snprintf(link, sizeof(link), "%s/driver", folder);
    put_link(link, "../../drivers/pciback");
}

/* A `*` stands for all functions of a device. */
static int read_pci_address(const char *text, struct pci_address *at, char *function)
{
    at->segment = 0;
    int is_read = sscanf(text, "%x:%x:%x.%c", &at->segment, &at->bus, &at->device, function) == 4;
    if (!is_read) {
        at->segment = 0;
        is_read = sscanf(text, "%x:%x.%c", &at->bus, &at->device, function) == 3;
    }
    int is_function = *function == '*' || (*function >= '0' && *function <= '7');
    return is_read && is_function && at->segment <= 0xffff && at->bus <= 0xff && at->device <= 0x1f;
}

static void add_pci_devices(const char *text)
{
    for (const char *next = text; *next; next++) {
        struct pci_address at;
        char function;
        int is_start = isxdigit((unsigned char)*next) && (next == text || !isxdigit((unsigned char)next[-1]));
        if (!is_start || !read_pci_address(next, &at, &function)) continue;
        put_file(PCI_BACKEND "/permissive", "");
        put_file(PCI_BACKEND "/slots", "");
        for (at.function = 0; at.function < 8; at.function++)
            if (function == '*' || at.function == (unsigned)(function - '0')) add_pci_device(at);
    }
}

static void add_usb_device(int bus, int address)
{
    char folder[120], number[16];
    snprintf(folder, sizeof(folder), USB_DEVICES "/%d-%d", bus, address);
    snprintf(number, sizeof(number), "%d\n", bus);
    put_attribute(folder, "busnum", number);
    snprintf(number, sizeof(number), "%d\n", address);
    put_attribute(folder, "devnum", number);
    put_attribute(folder, "bDeviceClass", "00\n");
}

static void add_usb_devices(const char *text)
{
    for (const char *next = text; (next = strstr(next, "hostbus")); next++) {
        const char *second = strstr(next, "hostaddr");
        int bus, address;
        int is_read = second && sscanf(next, "hostbus%*[ =]%i", &bus) == 1 && sscanf(second, "hostaddr%*[ =]%i", &address) == 1;
        /* xl keeps eight bits of each, and no host has a bus or a device 0. */
        if (is_read && (bus & 0xff) && (address & 0xff)) add_usb_device(bus & 0xff, address & 0xff);
    }
    if (!strstr(text, "usbdev")) return;
    put_folder(USB_DEVICES);
    put_file(USB_BACKEND "/port_ids", "");
    put_file(USB_BACKEND "/bind", "");
}

static void add_backend_domains(const char *text)
{
    for (const char *next = text; (next = strstr(next, "backend")); next++) {
        const char *value = next + strlen("backend");
        char name[200];
        value += strcspn(value, "=,\n");
        if (*value != '=') continue;
        value += 1 + strspn(value + 1, " ");
        size_t length = strcspn(value, ",'\"\n]");
        if (length >= sizeof(name)) continue;
        while (length && value[length - 1] == ' ') length--;
        snprintf(name, sizeof(name), "%.*s", (int)length, value);
        int is_number = strspn(name, "0123456789") == length;
        if (length && !is_number && strcmp(name, "Domain-0")) add_backend_domain(name);
    }
}

void add_host_devices(const char *config)
{
    add_pci_devices(config);
    add_usb_devices(config);
    add_backend_domains(config);
}
