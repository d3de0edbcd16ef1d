#ifndef CUAPI_H
#define CUAPI_H

// The structs of the catalog as the system's own headers declare them, for tests that compare layouts.
#include <linux/kvm.h>
#include <linux/sched.h>
#include <linux/sched/types.h>
#include <linux/seccomp.h>
#include <linux/vfio.h>

// The headers of Debian 12 are those of Linux 6.1, which has neither of the two ioctls that came with 6.8.
// The members are those that Linux 6.8 published.
#ifndef KVM_SET_USER_MEMORY_REGION2
struct kvm_userspace_memory_region2 {
  __u32 slot;
  __u32 flags;
  __u64 guest_phys_addr;
  __u64 memory_size;
  __u64 userspace_addr;
  __u64 guest_memfd_offset;
  __u32 guest_memfd;
  __u32 pad1;
  __u64 pad2[14];
};
#endif

#ifndef KVM_CREATE_GUEST_MEMFD
struct kvm_create_guest_memfd {
  __u64 size;
  __u64 flags;
  __u64 reserved[6];
};
#endif

// A struct that no kernel has: an array, signed members, and one struct inside another.
struct cuapi_point {
  __s32 x;
  __s32 y;
};

struct cuapi_sample {
  __u32 size;
  __u32 flags;
  struct cuapi_point at;
  __u16 label[4];
};

// Four bytes behind `flags` are padding that nobody declared.
struct cuapi_padded {
  __u32 flags;
  __u64 address;
};

// What Swift does not import: an anonymous union, bit-fields, an anonymous struct. It has a place for the named union.
struct cuapi_event {
  __u32 type;
  __u32 size;
  __u64 config;
  union {
    __u64 period;
    __u64 frequency;
  };
  __u64 disabled : 1, inherit : 1, spare : 62;
  union {
    __u64 address;
    __u32 words[2];
  } where;
  struct {
    __u32 low;
    __u32 high;
  };
  __u64 last;
};

static const unsigned cuapi_event_period = __builtin_offsetof(struct cuapi_event, period);
static const unsigned cuapi_event_where = __builtin_offsetof(struct cuapi_event, where);
static const unsigned cuapi_event_low = __builtin_offsetof(struct cuapi_event, low);
static const unsigned cuapi_event_last = __builtin_offsetof(struct cuapi_event, last);

// A packed struct, at whose byte 4 lies what should lie at 8; one that ends off its alignment; and one where packing
// changes nothing.
struct cuapi_packed {
  __u32 flags;
  __u64 address;
} __attribute__((packed));

struct cuapi_packed_end {
  __u64 address;
  __u32 flags;
} __attribute__((packed));

struct cuapi_packed_well {
  __u64 address;
  __u32 flags;
  __u32 notifyFD;
} __attribute__((packed));

// A flexible array, as it was written before C99.
struct cuapi_flexible {
  __u32 count;
  __u32 flags;
  __u64 data[0];
};

// Nothing that Swift imports.
struct cuapi_bits {
  __u32 low : 4, high : 28;
};

// The C library's name of an error number; NULL for one that has none.
const char *cuapi_errno_name(int number);

// The numbers of the catalog's ioctls, as the macros make them.
static const unsigned cuapi_KVM_SET_USER_MEMORY_REGION = KVM_SET_USER_MEMORY_REGION;
static const unsigned cuapi_KVM_ENABLE_CAP = KVM_ENABLE_CAP;
static const unsigned cuapi_KVM_IRQFD = KVM_IRQFD;
static const unsigned cuapi_KVM_IOEVENTFD = KVM_IOEVENTFD;
static const unsigned cuapi_KVM_CREATE_DEVICE = KVM_CREATE_DEVICE;
static const unsigned cuapi_KVM_SET_CLOCK = KVM_SET_CLOCK;
static const unsigned cuapi_KVM_CLEAR_DIRTY_LOG = KVM_CLEAR_DIRTY_LOG;
static const unsigned cuapi_KVM_SET_GSI_ROUTING = KVM_SET_GSI_ROUTING;
static const unsigned cuapi_KVM_SIGNAL_MSI = KVM_SIGNAL_MSI;
static const unsigned cuapi_KVM_GET_DIRTY_LOG = KVM_GET_DIRTY_LOG;
static const unsigned cuapi_KVM_REGISTER_COALESCED_MMIO = KVM_REGISTER_COALESCED_MMIO;
static const unsigned cuapi_KVM_UNREGISTER_COALESCED_MMIO = KVM_UNREGISTER_COALESCED_MMIO;
static const unsigned cuapi_KVM_SET_GUEST_DEBUG = KVM_SET_GUEST_DEBUG;
static const unsigned cuapi_KVM_SET_MP_STATE = KVM_SET_MP_STATE;
static const unsigned cuapi_KVM_INTERRUPT = KVM_INTERRUPT;
static const unsigned cuapi_KVM_TRANSLATE = KVM_TRANSLATE;
static const unsigned cuapi_KVM_SET_DEVICE_ATTR = KVM_SET_DEVICE_ATTR;
static const unsigned cuapi_KVM_HAS_DEVICE_ATTR = KVM_HAS_DEVICE_ATTR;
#if defined(__x86_64__)
static const unsigned cuapi_KVM_CREATE_PIT2 = KVM_CREATE_PIT2;
static const unsigned cuapi_KVM_SET_PIT2 = KVM_SET_PIT2;
static const unsigned cuapi_KVM_SET_IRQCHIP = KVM_SET_IRQCHIP;
static const unsigned cuapi_KVM_IRQ_LINE_STATUS = KVM_IRQ_LINE_STATUS;
static const unsigned cuapi_KVM_REINJECT_CONTROL = KVM_REINJECT_CONTROL;
static const unsigned cuapi_KVM_XEN_HVM_CONFIG = KVM_XEN_HVM_CONFIG;
static const unsigned cuapi_KVM_XEN_HVM_SET_ATTR = KVM_XEN_HVM_SET_ATTR;
static const unsigned cuapi_KVM_HYPERV_EVENTFD = KVM_HYPERV_EVENTFD;
static const unsigned cuapi_KVM_X86_SET_MSR_FILTER = KVM_X86_SET_MSR_FILTER;
static const unsigned cuapi_KVM_SET_SREGS2 = KVM_SET_SREGS2;
static const unsigned cuapi_KVM_SET_CPUID2 = KVM_SET_CPUID2;
static const unsigned cuapi_KVM_SET_MSRS = KVM_SET_MSRS;
static const unsigned cuapi_KVM_TPR_ACCESS_REPORTING = KVM_TPR_ACCESS_REPORTING;
static const unsigned cuapi_KVM_X86_SET_MCE = KVM_X86_SET_MCE;
#endif
static const unsigned cuapi_SECCOMP_IOCTL_NOTIF_ADDFD = SECCOMP_IOCTL_NOTIF_ADDFD;
static const unsigned cuapi_VFIO_IOMMU_GET_INFO = VFIO_IOMMU_GET_INFO;
static const unsigned cuapi_VFIO_IOMMU_MAP_DMA = VFIO_IOMMU_MAP_DMA;

#endif
