"""What one process has open: the store on its thread, and the documents that its sessions share."""
