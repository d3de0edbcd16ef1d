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
static const unsigned cuapi_SECCOMP_IOCTL_NOTIF_ADDFD = SECCOMP_IOCTL_NOTIF_ADDFD;
static const unsigned cuapi_VFIO_IOMMU_GET_INFO = VFIO_IOMMU_GET_INFO;
static const unsigned cuapi_VFIO_IOMMU_MAP_DMA = VFIO_IOMMU_MAP_DMA;

#endif
