#ifndef CUAPI_H
#define CUAPI_H

// The structs of the catalog as the system's own headers declare them, for tests that compare layouts.
#include <linux/kvm.h>
#include <linux/sched.h>
#include <linux/sched/types.h>
#include <linux/vfio.h>
#include <sys/syscall.h>

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

// The numbers of the catalog's system calls on this architecture; -1 where this header is older than the call.
#ifndef SYS_cachestat
#define SYS_cachestat (-1)
#endif
#ifndef SYS_statmount
#define SYS_statmount (-1)
#endif
#ifndef SYS_listmount
#define SYS_listmount (-1)
#endif
#ifndef SYS_lsm_list_modules
#define SYS_lsm_list_modules (-1)
#endif
#ifndef SYS_file_getattr
#define SYS_file_getattr (-1)
#endif
#ifndef SYS_file_setattr
#define SYS_file_setattr (-1)
#endif
static const int cuapi_SYS_sched_setattr = SYS_sched_setattr;
static const int cuapi_SYS_sched_getattr = SYS_sched_getattr;
static const int cuapi_SYS_perf_event_open = SYS_perf_event_open;
static const int cuapi_SYS_openat2 = SYS_openat2;
static const int cuapi_SYS_clone3 = SYS_clone3;
static const int cuapi_SYS_mount_setattr = SYS_mount_setattr;
static const int cuapi_SYS_landlock_create_ruleset = SYS_landlock_create_ruleset;
static const int cuapi_SYS_bpf = SYS_bpf;
static const int cuapi_SYS_io_uring_setup = SYS_io_uring_setup;
static const int cuapi_SYS_futex_waitv = SYS_futex_waitv;
static const int cuapi_SYS_cachestat = SYS_cachestat;
static const int cuapi_SYS_statmount = SYS_statmount;
static const int cuapi_SYS_listmount = SYS_listmount;
static const int cuapi_SYS_lsm_list_modules = SYS_lsm_list_modules;
static const int cuapi_SYS_file_getattr = SYS_file_getattr;
static const int cuapi_SYS_file_setattr = SYS_file_setattr;

// The numbers of the catalog's ioctls, as the macros make them.
static const unsigned cuapi_KVM_SET_USER_MEMORY_REGION = KVM_SET_USER_MEMORY_REGION;
static const unsigned cuapi_KVM_ENABLE_CAP = KVM_ENABLE_CAP;
static const unsigned cuapi_KVM_IRQFD = KVM_IRQFD;
static const unsigned cuapi_KVM_IOEVENTFD = KVM_IOEVENTFD;
static const unsigned cuapi_KVM_CREATE_DEVICE = KVM_CREATE_DEVICE;
static const unsigned cuapi_KVM_SET_CLOCK = KVM_SET_CLOCK;
static const unsigned cuapi_VFIO_IOMMU_GET_INFO = VFIO_IOMMU_GET_INFO;
static const unsigned cuapi_VFIO_IOMMU_MAP_DMA = VFIO_IOMMU_MAP_DMA;

#endif
